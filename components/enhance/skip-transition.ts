/**
 * For a transition the page that is left is drawn once more before the next one may show. A processor that was kept busy for
 * the length of a long task has better things to do: there the next page comes at once.
 */
let isSlow = false

// A browser that does not count them keeps its transitions.
if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
  new PerformanceObserver(() => {
    isSlow = true
  }).observe({ type: 'longtask', buffered: true })

addEventListener('pageswap', (event) => {
  if (isSlow) event.viewTransition?.skipTransition()
})

export {}
