/** Where the browser knows no speculation rules: a link that is pointed at or focused is fetched ahead, once. */
const known = new Set<string>([location.href])

function fetchAhead({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || link.origin !== location.origin || link.hasAttribute('download') || known.has(link.href)) return
  if (link.pathname === location.pathname) return
  known.add(link.href)
  const hint = document.createElement('link')
  if (hint.relList.supports('prefetch')) {
    hint.rel = 'prefetch'
    hint.href = link.href
    document.head.append(hint)
  } else fetch(link.href, { priority: 'low' }).catch(() => undefined)
}

const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData
if (!HTMLScriptElement.supports?.('speculationrules') && !saves)
  for (const sign of ['pointerover', 'focusin', 'touchstart']) document.addEventListener(sign, fetchAhead, { passive: true })
