import type { Point, Rect } from './drawing'

export type Segment = { a: Point; b: Point }

export function segmentsOf(points: readonly Point[]): Segment[] {
  const segments: Segment[] = []
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1]
    const b = points[index]
    if (a !== undefined && b !== undefined) segments.push({ a, b })
  }
  return segments
}

export function isHorizontal(segment: Segment): boolean {
  return segment.a.y === segment.b.y
}

export function segmentLength(segment: Segment): number {
  return Math.abs(segment.a.x - segment.b.x) + Math.abs(segment.a.y - segment.b.y)
}

export function pathLength(points: readonly Point[]): number {
  return segmentsOf(points).reduce((sum, segment) => sum + segmentLength(segment), 0)
}

/** Drops points that repeat or lie on a straight line, so that each remaining one is an end or a corner. */
export function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last !== undefined && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const inLine =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (inLine) kept.pop()
    kept.push(point)
  }
  return kept
}

export function rectOf(segment: Segment): Rect {
  const x = Math.min(segment.a.x, segment.b.x)
  const y = Math.min(segment.a.y, segment.b.y)
  return { x, y, width: Math.abs(segment.a.x - segment.b.x), height: Math.abs(segment.a.y - segment.b.y) }
}

/** True when the insides meet; shared borders do not count. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** A segment has no thickness, so it is given half a pixel before the test. */
export function segmentMeets(segment: Segment, rect: Rect): boolean {
  return overlaps(grown(rectOf(segment), 0.25), rect)
}

export function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The point in which a horizontal and a vertical segment cross inside both, if they do. */
export function crossing(one: Segment, other: Segment): Point | undefined {
  if (isHorizontal(one) === isHorizontal(other)) return undefined
  const [level, upright] = isHorizontal(one) ? [one, other] : [other, one]
  const { x, y } = { x: upright.a.x, y: level.a.y }
  const inside = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b)
  return inside(x, level.a.x, level.b.x) && inside(y, upright.a.y, upright.b.y) ? { x, y } : undefined
}
