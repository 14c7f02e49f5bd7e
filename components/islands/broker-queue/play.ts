import type { Frame } from '@/lib/queue/frame'

// Real time for a run of a minute and a half or less; a longer one is over after a minute.

const LONGEST_MICROS = 90_000_000
const LONG_RUN_SECONDS = 60
const CALM_STEP_MILLIS = 500

export type Playback = { hear(frame: Frame): void; stop(): void }

/** Asks for one picture after the other, never for the next before the last has come. With reduced motion it goes in steps of half a second. */
export function startPlayback(from: number, end: number, speed: number, playTo: (micros: number) => boolean): Playback {
  // Microseconds of the run for one of the reader's milliseconds.
  const pace = speed * (end <= LONGEST_MICROS ? 1_000 : end / LONG_RUN_SECONDS / 1_000)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  let at = from
  let owed = 0
  let last = performance.now()
  let isAwaiting = false
  let request = requestAnimationFrame(tick)

  function tick(now: number): void {
    owed += Math.min(calm ? CALM_STEP_MILLIS : 100, Math.max(0, now - last))
    last = now
    if (!isAwaiting && owed >= (calm ? CALM_STEP_MILLIS : 1)) {
      isAwaiting = playTo(Math.round(at + owed * pace))
      owed = 0
    }
    request = requestAnimationFrame(tick)
  }

  return {
    hear(frame) {
      isAwaiting = false
      at = frame.at
    },
    stop: () => cancelAnimationFrame(request),
  }
}
