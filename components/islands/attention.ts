import { useEffect, useRef } from 'react'

/** A figure that is out of sight stops. */
export function useOutOfSight(element: { readonly current: Element | null }, stop: () => void): void {
  const latest = useRef(stop)
  useEffect(() => {
    latest.current = stop
  })
  useEffect(() => {
    if (!element.current) return
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry && !entry.isIntersecting) latest.current()
    })
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element])
}

const quietMillis = 5_000

/** What a screen reader is told: of these texts the one that changed, the last if several did, at most once in five seconds. */
export function useAnnouncement(...texts: readonly string[]): { readonly current: HTMLParagraphElement | null } {
  const region = useRef<HTMLParagraphElement>(null)
  const before = useRef(texts)
  const saidAt = useRef(-Infinity)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const changed = texts.findLast((it, at) => it !== '' && it !== before.current[at])
    before.current = texts
    if (changed === undefined) return
    clearTimeout(timer.current)
    const wait = Math.max(0, saidAt.current + quietMillis - performance.now())
    timer.current = setTimeout(() => {
      saidAt.current = performance.now()
      if (region.current) region.current.textContent = changed
    }, wait)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return region
}
