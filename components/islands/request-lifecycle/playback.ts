import { useEffect, useRef } from 'react'
import { momentAt } from '@/lib/lifecycle/steps'
import { type Followed, type Position, positionOfStep } from './following'

/** At the usual speed a whole trace takes so long, however short the request was. */
export const playMillis = 12_000
const stepMillis = 700

/** Moves the playhead while `playing`; with reduced motion it goes from step to step. Stops at the end and when out of sight. */
export function usePlayback(
  playing: boolean,
  followed: Followed,
  speed: number,
  position: Position,
  move: (to: Position) => void,
  stop: () => void,
): void {
  // The loop reads the latest values without being started anew by each frame.
  const latest = useRef({ position, move, stop })
  useEffect(() => {
    latest.current = { position, move, stop }
  })
  useEffect(() => {
    if (!playing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let [last, owed, frame] = [performance.now(), 0, 0]
    let at = latest.current.position.at
    const tick = (now: number) => {
      const passed = Math.min(100, now - last) * speed
      last = now
      if (calm) {
        owed += passed
        if (owed >= stepMillis) {
          owed -= stepMillis
          latest.current.move(positionOfStep(followed, latest.current.position.step + 1))
        }
      } else {
        at = Math.min(followed.end, at + (passed * followed.end) / playMillis)
        const { step } = momentAt(at, followed.steps)
        latest.current.move({ step, at: Math.round(at) })
      }
      const isOver = calm ? latest.current.position.step >= followed.steps.length - 1 : at >= followed.end
      if (isOver) latest.current.stop()
      else frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [playing, followed, speed])
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
