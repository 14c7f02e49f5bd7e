import type { Point, Rect } from './drawing'
import type { Placement } from './placement'
import { boundsOf, straighten } from './segments'

// ELK answers in fractions and in its own width. Here the layout is moved to whole pixels and its empty columns are
// stretched (or pressed) until it spans the page: no node changes its size, and no line can change its topology,
// because every x keeps its order.

type Interval = { from: number; to: number }

const NUMBER_ROOM = 10
const MOST_STRETCH = 2.4
const LEAST_STRETCH = 0.86

function freeColumns(nodes: readonly Rect[], bounds: Rect): Interval[] {
  const taken = nodes.map((node) => ({ from: node.x, to: node.x + node.width })).sort((a, b) => a.from - b.from)
  const free: Interval[] = []
  let reached = bounds.x
  for (const { from, to } of taken) {
    if (from > reached) free.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  if (bounds.x + bounds.width > reached) free.push({ from: reached, to: bounds.x + bounds.width })
  return free
}

function stretcher(free: readonly Interval[], factor: number, origin: number): (x: number) => number {
  return (x) => {
    const added = free.reduce((sum, { from, to }) => sum + (Math.max(from, Math.min(x, to)) - from) * (factor - 1), 0)
    return x - origin + added
  }
}

function mapRects(rects: Map<string, Rect>, mapX: (x: number) => number, mapY: (y: number) => number): Map<string, Rect> {
  return new Map(
    [...rects].map(([id, rect]) => {
      const x = Math.round(mapX(rect.x))
      const y = Math.round(mapY(rect.y))
      const right = Math.round(mapX(rect.x + rect.width))
      const bottom = Math.round(mapY(rect.y + rect.height))
      return [id, { x, y, width: right - x, height: bottom - y }]
    }),
  )
}

/** Corners of lines count with the room of a number, which may come to stand on the outermost line. */
function everything(placement: Placement): Rect {
  const corners = [...placement.routes.values()].flatMap((points) => points.slice(1, -1))
  const rooms = corners.map(({ x, y }) => ({
    x: x - NUMBER_ROOM,
    y: y - NUMBER_ROOM,
    width: 2 * NUMBER_ROOM,
    height: 2 * NUMBER_ROOM,
  }))
  return boundsOf([...placement.nodes.values(), ...placement.groups.values(), ...rooms])
}

/** Whether the empty columns can be pressed enough. */
export function fits(placement: Placement, width: number): boolean {
  const bounds = everything(placement)
  const room = freeColumns([...placement.nodes.values()], bounds).reduce((sum, { from, to }) => sum + to - from, 0)
  return bounds.width - room * (1 - LEAST_STRETCH) <= width
}

/** Moves a layout to the origin and to the given width, as far as its empty columns allow. */
export function fitToWidth(placement: Placement, width: number): Placement {
  const bounds = everything(placement)
  const free = freeColumns([...placement.nodes.values()], bounds)
  const room = free.reduce((sum, { from, to }) => sum + to - from, 0)
  const wanted = room === 0 ? 1 : (room + width - bounds.width) / room
  const factor = Math.max(LEAST_STRETCH, Math.min(MOST_STRETCH, wanted))
  const mapX = stretcher(free, factor, bounds.x)
  const mapY = (y: number) => y - bounds.y
  const nodes = mapRects(placement.nodes, mapX, mapY)
  const routes = new Map<string, Point[]>()
  for (const [id, points] of placement.routes) {
    const rounded = points.map((point) => ({ x: Math.round(mapX(point.x)), y: Math.round(mapY(point.y)) }))
    routes.set(id, straighten(rounded))
  }
  return { nodes, groups: mapRects(placement.groups, mapX, mapY), routes, trunks: placement.trunks }
}
