import type { PageText } from '@/lib/search/index-files'
import { attribute, type Document, type Element, elements, isElement, type Node, textOf } from './html'

type Section = { id: string; heading: string; text: string }

/** What a reader does not search for: ways through the site, what is drawn, and what every page ends with. */
const isBesides = (it: Element): boolean =>
  ['nav', 'script', 'style', 'svg', 'template', 'noscript', 'form', 'button'].includes(it.tagName) ||
  attribute(it, 'aria-hidden') === 'true' ||
  (attribute(it, 'class') ?? '').split(' ').some((name) => ['page-end', 'rail', 'neighbours', 'foot'].includes(name))

const isInline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'dfn',
  'em',
  'i',
  'kbd',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'var',
])

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

function wholeText(element: Element): string {
  return element.childNodes
    .map((it) => (isElement(it) ? wholeText(it) : it.nodeName === '#text' && 'value' in it ? it.value : ''))
    .join('')
}

/** A page's text, cut at the headings that can be linked to. What stands before the first of them comes first. */
export function readSections(main: Element): PageText['sections'] {
  const sections: Section[] = [{ id: '', heading: '', text: '' }]
  const read = (node: Node): void => {
    const here = sections.at(-1)
    if (!isElement(node)) {
      if (here && node.nodeName === '#text' && 'value' in node) here.text += node.value
      return
    }
    if (isBesides(node) || node.tagName === 'h1') return
    const id = attribute(node, 'id') ?? ''
    if (/^h[2-4]$/.test(node.tagName) && id) {
      sections.push({ id, heading: tidy(wholeText(node)), text: '' })
      return
    }
    node.childNodes.forEach(read)
    const last = sections.at(-1)
    if (last && !isInline.has(node.tagName)) last.text += ' '
  }
  main.childNodes.forEach(read)
  return sections.map(({ id, heading, text }) => ({ id, heading, text: tidy(text) }))
}

export type Head = { readonly title: string; readonly summary: string }

export function readHead(document: Document): Head {
  const all = elements(document)
  const heading = all.find((it) => it.tagName === 'h1')
  const title = all.find((it) => it.tagName === 'title')
  const description = all.find((it) => it.tagName === 'meta' && attribute(it, 'name') === 'description')
  return {
    title: tidy(heading ? wholeText(heading) : title ? textOf(title) : ''),
    summary: (description && attribute(description, 'content')) ?? '',
  }
}
