export type Point = { readonly x: number; readonly y: number }

/** The corners of a way drawn with the commands M, L, H and V alone. */
export function cornersOf(path: string): Point[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MLHV])([^A-Z]*)/g)].map(([, command, list = '']) => {
    const [first = 0, second = 0] = list.trim().split(/[ ,]+/).map(Number)
    if (command === 'H') x = first
    else if (command === 'V') y = first
    else [x, y] = [first, second]
    return { x, y }
  })
}

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
    if (from && left <= length && length > 0) return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length }
    left -= length
  }
  return corners.at(-1) ?? { x: 0, y: 0 }
}
