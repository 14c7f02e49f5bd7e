import { type DefaultTreeAdapterTypes, html, parse, serialize } from 'parse5'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

/** The few things that publishing does to a tree. parse5 keeps what it reads; nothing is normalised behind our back. */
export const parseHtml = (text: string): Document => parse(text)
export const printHtml = (document: Document): string => serialize(document)

export const isElement = (node: Node): node is Element => 'tagName' in node

function childrenOf(node: Parent | Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes
  return 'childNodes' in node ? node.childNodes : []
}

/** Every node below, in document order. The list is made first, so that the caller may remove what it is given. */
export function descendants(root: Parent): Node[] {
  const found: Node[] = []
  const pending: Node[] = [...childrenOf(root)].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node)
    pending.push(...[...childrenOf(node)].reverse())
  }
  return found
}

export const elements = (root: Parent): Element[] => descendants(root).filter(isElement)

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((it) => it.name === name)?.value

export function setAttribute(element: Element, name: string, value: string): void {
  const known = element.attrs.find((it) => it.name === name)
  if (known) known.value = value
  else element.attrs.push({ name, value })
}

export function remove(node: Node): void {
  const parent = node.parentNode
  if (!parent) return
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1)
  node.parentNode = null
}

export const textOf = (element: Element): string =>
  element.childNodes.map((it) => (it.nodeName === '#text' && 'value' in it ? it.value : '')).join('')

export function makeElement(
  tagName: string,
  attributes: Record<string, string>,
  text = '',
  language: 'HTML' | 'SVG' = 'HTML',
): Element {
  const element: Element = {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    namespaceURI: html.NS[language],
    childNodes: [],
    parentNode: null,
  }
  if (text) element.childNodes.push({ nodeName: '#text', value: text, parentNode: element })
  return element
}

export function only(root: Document, tagName: 'head' | 'body'): Element {
  const found = elements(root).find((it) => it.tagName === tagName)
  if (!found) throw new Error(`The page has no <${tagName}>.`)
  return found
}

export function append(parent: Element, child: Element): void {
  child.parentNode = parent
  parent.childNodes.push(child)
}

export function insertAfter(before: Element, child: Element): void {
  const parent = before.parentNode
  if (!parent) throw new Error(`<${before.tagName}> stands nowhere.`)
  child.parentNode = parent
  parent.childNodes.splice(parent.childNodes.indexOf(before) + 1, 0, child)
}

/** After all there is to read but the foot, which has the last word: it says what the page weighs (page-weight.ts). */
export function insertBeforeFoot(root: Document, child: Element): void {
  const body = only(root, 'body')
  const foot = body.childNodes.findIndex((it) => isElement(it) && it.tagName === 'footer')
  child.parentNode = body
  body.childNodes.splice(foot < 0 ? body.childNodes.length : foot, 0, child)
}

export function insertFirst(parent: Element, children: readonly Node[]): void {
  for (const child of children) child.parentNode = parent
  parent.childNodes.unshift(...children)
}
