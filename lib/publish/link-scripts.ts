import { append, attribute, elements, insertFirst, makeElement, only } from './html'
import type { Page, Site } from './site'

/** Gives the page the scripts it may have: the theme at once, the enhancements, and the loader where there is an island. */
export function linkScripts(page: Page, { scripts }: Site): void {
  const head = only(page.document, 'head')
  const hasIsland = elements(page.document).some((it) => attribute(it, 'data-island') !== undefined)
  insertFirst(head, [makeElement('script', {}, scripts.early)])
  for (const name of [scripts.enhance, ...(hasIsland ? [scripts.islands] : [])])
    append(head, makeElement('script', { type: 'module', src: `/assets/${name}` }))
}
