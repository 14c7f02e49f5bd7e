import type { Point, Rectangle } from './geometry'

export interface QualityEdge {
  readonly from: string
  readonly to: string
  readonly points: readonly Point[]
}

/** Pairs of tables that cover each other: has to be 0. */
export function countOverlaps(boxes: readonly Rectangle[]): number {
  const ordered = [...boxes].sort((a, b) => a.x - b.x)
  let overlaps = 0
  ordered.forEach((box, position) => {
    for (let at = position + 1; at < ordered.length; at += 1) {
      const other = ordered[at]
      if (!other || other.x >= box.x + box.width) break
      if (box.y < other.y + other.height && other.y < box.y + box.height) overlaps += 1
    }
  })
  return overlaps
}

/** Edges that run through a table they do not belong to. */
export function countEdgesThroughTables(boxes: ReadonlyMap<string, Rectangle>, edges: readonly QualityEdge[]): number {
  return edges.filter((edge) => {
    for (const [id, box] of boxes) if (id !== edge.from && id !== edge.to && runsThrough(edge.points, box)) return true
    return false
  }).length
}

function runsThrough(points: readonly Point[], box: Rectangle): boolean {
  return points.slice(1).some((end, position) => {
    const start = points[position]
    if (!start) return false
    return (
      Math.max(start.x, end.x) > box.x &&
      Math.min(start.x, end.x) < box.x + box.width &&
      Math.max(start.y, end.y) > box.y &&
      Math.min(start.y, end.y) < box.y + box.height
    )
  })
}

export function countBends(edges: readonly QualityEdge[]): number {
  return edges.reduce((sum, edge) => sum + Math.max(0, edge.points.length - 2), 0)
}
