import type { Point, Rect } from './drawing'
import type { Graph } from './graph'
import type { Placement } from './placement'
import { grown, isHorizontal, overlaps, rectOf, segmentMeets, segmentsOf, straighten } from './segments'

// ELK spreads the ends of lines along a node, which now and then leaves a step of a few pixels in a line that could
// run straight. Such a step is taken out where both ends allow it and nothing else is near.

const SMALL_STEP = 16
const CORNER = 7
const APART = 9

function startsOn(rect: Rect, point: Point, horizontal: boolean): boolean {
  return horizontal
    ? point.y >= rect.y + CORNER && point.y <= rect.y + rect.height - CORNER
    : point.x >= rect.x + CORNER && point.x <= rect.x + rect.width - CORNER
}

/** The line with one of the two pieces beside a small step moved level with the other. */
function moved(points: readonly Point[], step: number, keepFirst: boolean): Point[] {
  const a = points[step]
  const b = points[step + 1]
  if (a === undefined || b === undefined) return [...points]
  const upright = a.x === b.x
  const level = keepFirst ? a : b
  const [from, to] = keepFirst ? [step + 1, step + 2] : [step - 1, step]
  return points.map((point, index) => {
    if (index < from || index > to) return point
    return upright ? { x: point.x, y: level.y } : { x: level.x, y: point.y }
  })
}

function stepsOf(points: readonly Point[]): number[] {
  return segmentsOf(points).flatMap(({ a, b }, index) => {
    const inner = index > 0 && index < points.length - 2
    const before = points[index - 1]
    const after = points[index + 2]
    if (!inner || before === undefined || after === undefined) return []
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    const onward =
      Math.sign(a.x - before.x) === Math.sign(after.x - b.x) && Math.sign(a.y - before.y) === Math.sign(after.y - b.y)
    return length <= SMALL_STEP && onward ? [index] : []
  })
}

type Scene = { from: Rect; to: Rect; foreign: readonly Rect[]; others: readonly (readonly Point[])[] }

function isClear(points: readonly Point[], { from, to, foreign, others }: Scene): boolean {
  const segments = segmentsOf(points)
  const first = segments[0]
  const last = segments.at(-1)
  if (first === undefined || last === undefined) return false
  if (!startsOn(from, first.a, isHorizontal(first)) || !startsOn(to, last.b, isHorizontal(last))) return false
  return segments.every((segment) => {
    if (foreign.some((rect) => segmentMeets(segment, grown(rect, 5)))) return false
    const reach = grown(rectOf(segment), APART)
    return !others.some((other) =>
      segmentsOf(other).some(
        (part) => isHorizontal(part) === isHorizontal(segment) && overlaps(reach, grown(rectOf(part), 0.25)),
      ),
    )
  })
}

export function untwist(graph: Graph, placement: Placement): Placement {
  const routes = new Map(placement.routes)
  for (const edge of graph.edges) {
    const from = placement.nodes.get(edge.from)
    const to = placement.nodes.get(edge.to)
    if (from === undefined || to === undefined || placement.trunks.has(edge.id)) continue
    const scene: Scene = {
      from,
      to,
      foreign: [...placement.nodes].filter(([id]) => id !== edge.from && id !== edge.to).map(([, rect]) => rect),
      others: [...routes].filter(([id]) => id !== edge.id).map(([, points]) => points),
    }
    let points = routes.get(edge.id) ?? []
    for (let round = 0; round < 4; round += 1) {
      const better = stepsOf(points)
        .flatMap((step) => [true, false].map((keepFirst) => straighten(moved(points, step, keepFirst))))
        .find((candidate) => isClear(candidate, scene))
      if (better === undefined) break
      points = better
    }
    routes.set(edge.id, points)
  }
  return { ...placement, routes }
}
