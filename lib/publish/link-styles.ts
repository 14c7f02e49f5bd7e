import { append, attribute, type Element, elements, insertAfter, insertFirst, makeElement, only, remove } from './html'
import { openingOf } from './opening'
import type { Page, Site } from './site'

/** How much of a page's text is in view at first, at most: a face that starts further down need not be hurried. */
const firstScreen = 1500

const isSheet = (rel: string | undefined) => rel === 'stylesheet'

/** HTML has `<style>` in the head alone; SVG has it anywhere, and what it says holds for the whole page as well. */
function stylesInBody(sheets: readonly string[]): Element {
  const [hidden, drawing] = [makeElement('div', { hidden: '' }), makeElement('svg', {}, '', 'SVG')]
  for (const css of sheets) append(drawing, makeElement('style', {}, css, 'SVG'))
  append(hidden, drawing)
  return hidden
}

/**
 * Puts the styles that it uses into the page, where the publishing run says so; otherwise they stay linked. What its opening does
 * without stands after the opening, which need not wait for it.
 */
export function inlineStyles(page: Page, { styles }: Site): void {
  const parts = styles.inlineFor(page.path)
  if (parts === undefined) return
  for (const element of elements(page.document)) {
    const linksSheet = element.tagName === 'link' && isSheet(attribute(element, 'rel'))
    const preloadsSheet =
      element.tagName === 'link' && attribute(element, 'rel') === 'preload' && attribute(element, 'as') === 'style'
    if (linksSheet || preloadsSheet) remove(element)
  }
  const opening = openingOf(page.document)
  for (const css of [...parts.opening, ...(opening ? [] : parts.rest)])
    append(only(page.document, 'head'), makeElement('style', {}, css))
  if (opening && parts.rest.length > 0) insertAfter(opening, stylesInBody(parts.rest))
}

/**
 * Asks early for the fonts that the first screen is set in, and for no other. In the head, Chromium would hold the first
 * paint back until they are there; at the start of the body it finds them as early and paints with what stands in.
 */
export function preloadFonts(page: Page, { styles }: Site): void {
  const links = styles
    .facesOf(page.path)
    .filter(({ startsAt }) => startsAt < firstScreen)
    .map(({ face }) =>
      makeElement('link', { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: face.address }),
    )
  for (const element of elements(page.document))
    if (element.tagName === 'link' && attribute(element, 'rel') === 'preload' && attribute(element, 'as') === 'font')
      remove(element)
  insertFirst(only(page.document, 'body'), links)
}
