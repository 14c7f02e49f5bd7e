/**
 * A reader who comes to the top of a page may have what lies below the first screen laid out after the first paint
 * (components/site/below.css). Whom a link sends further down, to a heading or to words, or who comes back to where they were, would lose
 * the place: the heights it is found by would be guesses.
 */
const [page] = performance.getEntriesByType('navigation')
// The address itself does not tell of words that were asked for; its entry here does.
if (page instanceof PerformanceNavigationTiming && page.type === 'navigate' && !page.name.includes('#'))
  document.documentElement.dataset.startsAtTop = ''

export {}
