import { momentAt } from '@/lib/lifecycle/steps'
import { type Followed, type Position, positionOfStep } from './following'

/** At the usual speed a whole trace takes so long, however short the request was. */
const playMillis = 12_000
const stepMillis = 700

export type Player = { readonly position: Position; readonly move: (to: Position) => void; readonly stop: () => void }

/** Moves the playhead until the end or until the returned function is called; with reduced motion it goes from step to step. */
export function play(followed: Followed, speed: number, player: () => Player): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  let [last, owed, frame] = [performance.now(), 0, 0]
  let at = player().position.at
  const tick = (now: number) => {
    const passed = Math.min(100, now - last) * speed
    const { position, move, stop } = player()
    last = now
    if (calm) {
      owed += passed
      if (owed >= stepMillis) {
        owed -= stepMillis
        move(positionOfStep(followed, position.step + 1))
      }
    } else {
      at = Math.min(followed.end, at + (passed * followed.end) / playMillis)
      move({ step: momentAt(at, followed.steps).step, at: Math.round(at) })
    }
    if (calm ? position.step >= followed.steps.length - 1 : at >= followed.end) stop()
    else frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}
