import type { IndexedPage } from '@/lib/search/build-index'
import { attribute, type Document, type Element, elements, isElement, type Node, textOf } from './html'

type Section = { id: string; heading: string; text: string; also: string }

/** What a reader does not search for: ways through the site, what is drawn, and what every page ends with. */
const isBesides = (it: Element): boolean =>
  ['nav', 'script', 'style', 'svg', 'template', 'noscript', 'form', 'button', 'h1'].includes(it.tagName) ||
  attribute(it, 'aria-hidden') === 'true' ||
  hasClass(it, ['page-end', 'rail', 'neighbours', 'erd-readings'])

/** What is looked for but reads badly as a quotation: code, legends, tables of facts, an instrument's controls. */
const isNoProse = (it: Element): boolean =>
  ['pre', 'figure', 'table', 'fieldset'].includes(it.tagName) ||
  attribute(it, 'data-island') !== undefined ||
  hasClass(it, ['datasheet', 'figure-list', 'filters'])

const hasClass = (it: Element, names: readonly string[]): boolean =>
  (attribute(it, 'class') ?? '').split(' ').some((name) => names.includes(name))

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
export function readSections(main: Element): IndexedPage['sections'] {
  const sections: Section[] = [{ id: '', heading: '', text: '', also: '' }]
  const write = (text: string, into: 'text' | 'also') => {
    const here = sections.at(-1)
    if (here) here[into] += text
  }
  const read = (node: Node, into: 'text' | 'also'): void => {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) write(node.value, into)
      return
    }
    if (isBesides(node)) return
    const id = attribute(node, 'id') ?? ''
    if (/^h[2-4]$/.test(node.tagName) && id) {
      sections.push({ id, heading: tidy(wholeText(node)), text: '', also: '' })
      return
    }
    const inner = isNoProse(node) ? 'also' : into
    for (const child of node.childNodes) read(child, inner)
    if (!isInline.has(node.tagName)) write(' ', inner)
  }
  for (const child of main.childNodes) read(child, 'text')
  return sections.map(({ text, also, ...section }) => ({ ...section, text: tidy(text), also: tidy(also) }))
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
