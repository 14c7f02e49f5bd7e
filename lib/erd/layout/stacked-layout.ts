import { actionLabel } from './action-label'
import type { DrawnReference } from './drawn-references'
import type { Point, Rectangle } from './geometry'
import { EDGE_RUN, labelWidth, MARGIN, snap } from './metrics'
import { portsOf, type Placement } from './placement'
import type { PortPlan } from './ports'
import type { TableOutline } from './table-outline'

const GAP = 26
const LANE_WIDTH = 8
const SIDE_MARGIN = 10

interface Span {
  readonly id: string
  readonly child: number
  readonly parent: number
}

/**
 * One column of tables with every edge in a lane at its right: on a phone nobody can follow a line across two
 * dimensions, and no edge can run through a table here at all.
 */
export function stackedLayout(
  outlines: ReadonlyMap<string, TableOutline>,
  references: readonly DrawnReference[],
  plan: PortPlan,
): Placement {
  const boxes = stack(outlines, plan)
  const right = SIDE_MARGIN + Math.max(0, ...[...boxes.values()].map((box) => box.width))
  const spans = references.flatMap((reference): Span[] => {
    const ports = portsOf(plan, reference)
    const from = boxes.get(reference.from.id)
    const to = boxes.get(reference.to.id)
    return ports && from && to
      ? [{ id: reference.id, child: snap(from.y + ports.child.y), parent: snap(to.y + ports.parent.y) }]
      : []
  })
  const lanes = assignLanes(spans)
  const firstLane = right + EDGE_RUN + Math.max(0, ...references.map(({ key }) => labelWidth(actionLabel(key)) + 4))
  const routes = new Map(
    spans.map((span) => [span.id, laneRoute(span, right, firstLane + (lanes.get(span.id) ?? 0) * LANE_WIDTH)]),
  )
  const laneCount = Math.max(0, ...[...lanes.values()].map((lane) => lane + 1))
  const lastBox = [...boxes.values()].at(-1)
  return {
    boxes,
    routes,
    width: laneCount === 0 ? right + SIDE_MARGIN : firstLane + laneCount * LANE_WIDTH + SIDE_MARGIN,
    height: (lastBox ? lastBox.y + lastBox.height : 0) + MARGIN,
  }
}

function stack(outlines: ReadonlyMap<string, TableOutline>, plan: PortPlan): Map<string, Rectangle> {
  const width = Math.max(0, ...[...outlines.values()].map((outline) => outline.width))
  const boxes = new Map<string, Rectangle>()
  let y = MARGIN
  for (const outline of outlines.values()) {
    const height = plan.heights.get(outline.id) ?? outline.height
    boxes.set(outline.id, { x: SIDE_MARGIN, y, width, height })
    y += height + GAP
  }
  return boxes
}

/** Short spans take the inner lanes; two spans share a lane when they do not meet. */
function assignLanes(spans: readonly Span[]): Map<string, number> {
  const taken: { readonly top: number; readonly bottom: number }[][] = []
  const lanes = new Map<string, number>()
  const byLength = [...spans].sort(
    (a, b) => Math.abs(a.child - a.parent) - Math.abs(b.child - b.parent) || a.child - b.child || (a.id < b.id ? -1 : 1),
  )
  for (const span of byLength) {
    const top = Math.min(span.child, span.parent) - 2
    const bottom = Math.max(span.child, span.parent) + 2
    let lane = taken.findIndex((others) => others.every((other) => bottom < other.top || top > other.bottom))
    if (lane === -1) lane = taken.push([]) - 1
    taken[lane]?.push({ top, bottom })
    lanes.set(span.id, lane)
  }
  return lanes
}

function laneRoute(span: Span, right: number, lane: number): Point[] {
  return [
    { x: right, y: span.child },
    { x: lane, y: span.child },
    { x: lane, y: span.parent },
    { x: right, y: span.parent },
  ]
}
