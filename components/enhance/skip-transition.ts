/**
 * For a transition the page that is left is drawn once more before the next one may show. A processor that took long to make
 * this page ready from its last byte on has better things to do: there the next page comes at once.
 */
const longest = 120

addEventListener('pageswap', ({ viewTransition }) => {
  const [page] = performance.getEntriesByType('navigation')
  const isSlow = page instanceof PerformanceNavigationTiming && page.domInteractive - page.responseEnd > longest
  if (!viewTransition || !isSlow) return
  // A page that is kept for the way back would tell of it on the console as of an error.
  viewTransition.ready.catch(() => {})
  viewTransition.skipTransition()
})

export {}
