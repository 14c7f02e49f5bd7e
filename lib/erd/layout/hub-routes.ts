import { actionLabel } from './action-label'
import type { DrawnReference } from './drawn-references'
import type { EdgeEnd } from './end-marks'
import type { EdgeLabel, Point } from './geometry'
import { snap } from './metrics'
import { portsOf, type Placement } from './placement'
import type { PortPlan } from './ports'

const STUB = 18
const CLEARANCE = 12

/** Routes for the edges that stand behind badges: out of the way of their own two tables, behind all others. */
export function hubRoutes(references: readonly DrawnReference[], plan: PortPlan, placement: Placement): Placement {
  const routes = new Map<string, readonly Point[]>()
  for (const reference of references) {
    const ports = portsOf(plan, reference)
    const from = placement.boxes.get(reference.from.id)
    const to = placement.boxes.get(reference.to.id)
    if (!ports || !from || !to) continue
    const outward = ports.child.side === 'left' ? -1 : 1
    const child = { x: ports.child.side === 'left' ? from.x : from.x + from.width, y: snap(from.y + ports.child.y) }
    const parent = { x: to.x + to.width, y: snap(to.y + ports.parent.y) }
    const detour = from.y - CLEARANCE
    routes.set(reference.id, [
      child,
      { x: child.x + outward * STUB, y: child.y },
      { x: child.x + outward * STUB, y: detour },
      { x: parent.x + STUB, y: detour },
      { x: parent.x + STUB, y: parent.y },
      parent,
    ])
  }
  return { ...placement, routes }
}

/** Above the table, where the line turns: beside it there may be no room left on the sheet. */
export function hubLabel({ key, from }: DrawnReference, { at, direction }: EdgeEnd, placement: Placement): EdgeLabel | null {
  const text = actionLabel(key)
  const top = placement.boxes.get(from.id)?.y
  if (text === '' || top === undefined) return null
  return { x: at.x + direction * (STUB - 4), y: top - CLEARANCE - 3, text, anchor: direction === 1 ? 'end' : 'start' }
}
