import { useEffect, useRef } from 'react'
import type { Followed } from './following'
import type { play, Player } from './play'

/** Plays while `playing`, with the loop that comes with the engine. */
export function usePlayback(
  start: typeof play | undefined,
  playing: boolean,
  followed: Followed,
  speed: number,
  player: Player,
): void {
  // The loop reads the latest values without being started anew by each frame.
  const latest = useRef(player)
  useEffect(() => {
    latest.current = player
  })
  useEffect(() => (playing ? start?.(followed, speed, () => latest.current) : undefined), [start, playing, followed, speed])
}

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

/** What a screen reader is told, at most once in five seconds and then the latest. */
export function useAnnouncement(text: string): { readonly current: HTMLParagraphElement | null } {
  const region = useRef<HTMLParagraphElement>(null)
  const saidAt = useRef(-Infinity)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const wait = Math.max(0, saidAt.current + quietMillis - performance.now())
    const timer = setTimeout(() => {
      saidAt.current = performance.now()
      if (region.current) region.current.textContent = text
    }, wait)
    return () => clearTimeout(timer)
  }, [text])
  return region
}
