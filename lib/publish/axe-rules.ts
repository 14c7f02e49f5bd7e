import axe from 'axe-core'

/** What pages are held against by the browser tests and by `npm run bench -- axe`: WCAG 2.2 A and AA, and good practice. */
export const axeTags: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const axeVersion: string = axe.version

export const countAxeRules = (): number => axe.getRules([...axeTags]).length
