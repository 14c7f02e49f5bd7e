import { append, attribute, type Document, type Element, elements, makeElement, only, setAttribute } from './html'
import type { Page } from './site'

/** The header that a page's content begins with: with the bar above it, what a reader sees first. */
export function openingOf(document: Document): Element | undefined {
  const main = elements(document).find((it) => it.tagName === 'main')
  return main && elements(main).find((it) => it.tagName === 'header')
}

/** All that stands in a page up to the end of its opening; the whole page where it has none. */
export function elementsOfOpening(document: Document): Element[] {
  const all = elements(document)
  const opening = openingOf(document)
  return opening ? all.slice(0, all.indexOf(opening) + elements(opening).length + 1) : all
}

/**
 * Lets the browser paint once the opening is there. It would otherwise paint what it has at the start of the body, which is nothing
 * yet, and come to the opening a frame later.
 */
export function paintFromOpening({ document }: Page): void {
  const opening = openingOf(document)
  if (!opening) return
  // No heading's address can begin so.
  if (attribute(opening, 'id') === undefined) setAttribute(opening, 'id', '_opening')
  const expected = { rel: 'expect', href: `#${attribute(opening, 'id')}`, blocking: 'render' }
  append(only(document, 'head'), makeElement('link', expected))
}
