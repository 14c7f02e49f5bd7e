import type { Point } from './geometry'

const HOP_RADIUS = 4

export interface RoutedEdge {
  readonly id: string
  readonly points: readonly Point[]
  /** Edges that leave from one port are one line for a while and do not hop over each other there. */
  readonly port: string
}

interface Vertical {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly edge: RoutedEdge
}

/** SVG paths in which a horizontal stretch hops over every vertical stretch of another line, and how often that happens. */
export function pathsWithHops(edges: readonly RoutedEdge[]): {
  readonly paths: ReadonlyMap<string, string>
  readonly crossings: number
} {
  const verticals = edges.flatMap(verticalsOf).sort((a, b) => a.x - b.x)
  const paths = new Map<string, string>()
  const crossed = new Set<string>()
  for (const edge of edges) {
    paths.set(
      edge.id,
      drawPath(edge, (left, right, y) => {
        const hops: number[] = []
        for (let at = firstAtOrAfter(verticals, left); at < verticals.length; at += 1) {
          const vertical = verticals[at]
          if (!vertical || vertical.x > right) break
          if (vertical.edge === edge || vertical.edge.port === edge.port || y <= vertical.top || y >= vertical.bottom) continue
          // Lines of one port lie on top of each other: what crosses them crosses once.
          crossed.add(`${edge.port}|${vertical.edge.port}|${vertical.x}|${y}`)
          const last = hops.at(-1)
          const hasRoom =
            vertical.x - left > HOP_RADIUS &&
            right - vertical.x > HOP_RADIUS &&
            (last === undefined || vertical.x - last >= 2 * HOP_RADIUS)
          if (hasRoom) hops.push(vertical.x)
        }
        return hops
      }),
    )
  }
  return { paths, crossings: crossed.size }
}

function firstAtOrAfter(verticals: readonly Vertical[], x: number): number {
  let low = 0
  let high = verticals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((verticals[middle]?.x ?? 0) <= x) low = middle + 1
    else high = middle
  }
  return low
}

function verticalsOf(edge: RoutedEdge): Vertical[] {
  return edge.points.slice(1).flatMap((end, position) => {
    const start = edge.points[position]
    if (!start || start.x !== end.x || start.y === end.y) return []
    return [{ x: start.x, top: Math.min(start.y, end.y), bottom: Math.max(start.y, end.y), edge }]
  })
}

function drawPath(edge: RoutedEdge, hopsBetween: (left: number, right: number, y: number) => number[]): string {
  const [start, ...rest] = edge.points
  if (!start) return ''
  let path = `M${start.x} ${start.y}`
  let from = start
  for (const to of rest) {
    if (from.y === to.y && from.x !== to.x)
      path += hopPath(from, to, hopsBetween(Math.min(from.x, to.x), Math.max(from.x, to.x), from.y))
    else path += from.x === to.x ? `V${to.y}` : `L${to.x} ${to.y}`
    from = to
  }
  return path
}

function hopPath(from: Point, to: Point, hops: readonly number[]): string {
  const goesRight = to.x > from.x
  const ordered = goesRight ? hops : [...hops].reverse()
  const step = goesRight ? HOP_RADIUS : -HOP_RADIUS
  const arcs = ordered.map((x) => `H${x - step}a${HOP_RADIUS} ${HOP_RADIUS} 0 0 ${goesRight ? 1 : 0} ${2 * step} 0`)
  return `${arcs.join('')}H${to.x}`
}
