import type { Point, Rectangle } from './geometry'
import type { DrawnReference } from './drawn-references'
import type { Port, PortPlan } from './ports'

/** What a layout has to decide: where tables stand, how edges run from child to parent. */
export interface Placement {
  readonly boxes: ReadonlyMap<string, Rectangle>
  readonly routes: ReadonlyMap<string, readonly Point[]>
  readonly width: number
  readonly height: number
}

export interface EdgePorts {
  readonly child: Port
  readonly parent: Port
}

export function portsOf(plan: PortPlan, reference: DrawnReference): EdgePorts | null {
  const ends = plan.ends.get(reference.id)
  const child = plan.ports.get(ends?.child ?? '')
  const parent = plan.ports.get(ends?.parent ?? '')
  return child && parent ? { child, parent } : null
}
