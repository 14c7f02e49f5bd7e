import type { Charts } from './protocol'
import type { QueueConfig } from './settings'

/** When most is waiting; in a quiet run, just after something has been done to it, or else somewhere in the middle. */
export function tellingMoment({ points, widthMicros }: Charts, { actions }: QueueConfig, end: number): number {
  const deepest = points.ready.reduce((best, depth, at) => (depth > (points.ready[best] ?? 0) ? at : best), 0)
  if ((points.ready[deepest] ?? 0) >= 12) return Math.min(end, (deepest + 1) * widthMicros)
  const [first] = actions
  return Math.round(first ? Math.min(end, first.at + 1_000_000) : end * 0.4)
}
