import { attribute, elements, insertBeforeFoot, insertFirst, makeElement, only } from './html'
import type { Page, Scripts, Site } from './site'
import { addSummon, summonable } from './summon'

/** Every inline script that publishing may put into a page. */
export const inlineScripts = (site: Pick<Site, 'scripts' | 'search'>): string[] => [
  ...everyPages(site.scripts),
  ...summonable(site).map((it) => it.inline),
]

export const everyPages = ({ early, speculation, enhance }: Scripts): string[] => [
  early,
  speculation,
  ...('inline' in enhance ? [enhance.inline] : []),
]

/**
 * Gives the page the scripts it may have: the theme at once; the enhancements, and the loader where there is an island, after
 * all there is to read, which would otherwise wait for their bytes.
 */
export function linkScripts(page: Page, { scripts }: Site): void {
  const hasIsland = elements(page.document).some((it) => attribute(it, 'data-island') !== undefined)
  insertFirst(only(page.document, 'head'), [makeElement('script', {}, scripts.early)])
  insertBeforeFoot(page.document, makeElement('script', { type: 'speculationrules' }, scripts.speculation))
  const { enhance } = scripts
  const [attributes, text] = 'inline' in enhance ? [{}, enhance.inline] : [{ src: `/assets/${enhance.file}` }, '']
  insertBeforeFoot(page.document, makeElement('script', { type: 'module', ...attributes }, text))
  if (hasIsland) addSummon(page, scripts.islands)
}
