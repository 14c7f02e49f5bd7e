import { describeReference } from '@/lib/erd/describe-reference'
import { actionLabel } from './action-label'
import type { DrawnReference } from './drawn-references'
import { pathsWithHops, type RoutedEdge } from './edge-path'
import { bracket, endMark, type EdgeEnd } from './end-marks'
import type { EdgeLabel, EdgeLine, Point } from './geometry'
import { EDGE_RUN } from './metrics'
import { portsOf, type Placement } from './placement'
import type { Port, PortPlan } from './ports'

/** Turns routes into lines with hops, crow's feet, brackets and labels. */
export function drawEdges(
  references: readonly DrawnReference[],
  plan: PortPlan,
  placement: Placement,
  prefix: string,
  labelOf: (reference: DrawnReference, child: EdgeEnd) => EdgeLabel | null = labelFor,
): { readonly lines: EdgeLine[]; readonly crossings: number } {
  const routed = references.flatMap((reference): RoutedEdge[] => {
    const points = placement.routes.get(reference.id)
    return points && points.length > 1 ? [{ id: reference.id, points, port: plan.ends.get(reference.id)?.parent ?? '' }] : []
  })
  const { paths, crossings } = pathsWithHops(routed)
  const lines = references.flatMap((reference, position): EdgeLine[] => {
    const points = placement.routes.get(reference.id)
    const ports = portsOf(plan, reference)
    if (!points || points.length < 2 || !ports) return []
    const child = edgeEnd(ports.child, points[0], placement)
    const parent = edgeEnd(ports.parent, points.at(-1), placement)
    return [
      {
        id: reference.id,
        key: `${prefix}${position}`,
        from: reference.from.id,
        to: reference.to.id,
        path: paths.get(reference.id) ?? '',
        points,
        identifying: reference.key.identifying,
        childMark: endMark(child, reference.key.cardinality.child),
        parentMark: endMark(parent, reference.key.cardinality.parent),
        childBracket: bracket(child),
        parentBracket: bracket(parent),
        label: labelOf(reference, child),
        description: describeReference(reference.key),
      },
    ]
  })
  return { lines, crossings }
}

function edgeEnd(port: Port, at: Point | undefined, placement: Placement): EdgeEnd {
  const top = placement.boxes.get(port.table)?.y ?? 0
  return {
    at: at ?? { x: 0, y: 0 },
    direction: port.side === 'left' ? -1 : 1,
    ticks: port.ticks.map((tick) => tick + top),
    bracketLane: port.bracketLane,
  }
}

function labelFor(reference: DrawnReference, child: EdgeEnd): EdgeLabel | null {
  const text = actionLabel(reference.key)
  if (text === '') return null
  return { x: child.at.x + child.direction * EDGE_RUN, y: child.at.y - 3, text, anchor: child.direction === 1 ? 'start' : 'end' }
}
