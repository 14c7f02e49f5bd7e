import type { Point } from './corners'

/** Where one is after a share of the whole way, from 0 to 1. */
export function pointAlong(corners: readonly Point[], progress: number): Point {
  const lengths = corners.map(({ x, y }, at) => {
    const before = corners[at - 1]
    return before ? Math.hypot(x - before.x, y - before.y) : 0
  })
  let left = lengths.reduce((sum, it) => sum + it, 0) * progress
  for (const [at, to] of corners.entries()) {
    const length = lengths[at] ?? 0
    const from = corners[at - 1]
    if (from && left <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length }
    left -= length
  }
  return corners.at(-1) ?? { x: 0, y: 0 }
}
