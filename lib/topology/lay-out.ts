import { enclose } from './boundary-boxes'
import { layOutCompound, type LayoutChoice } from './elk-layout'
import type { Graph } from './graph'
import type { NodeMetrics } from './node-metrics'
import { attachPendants, findPendants, withoutPendants } from './pendants'
import type { Placement } from './placement'
import { layOutWalled } from './walled-layout'

/** One layout by one choice: what hangs is taken off, the rest goes to ELK, then everything is put together. */
export async function layOut(graph: Graph, metrics: Map<string, NodeMetrics>, choice: LayoutChoice): Promise<Placement> {
  const pendants = findPendants(graph, choice.hanging)
  const rest = withoutPendants(graph, pendants)
  const ask = choice.boundaries === 'walls' ? layOutWalled : layOutCompound
  const placement = await ask(rest, metrics, choice, pendants)
  attachPendants(placement, pendants, metrics, choice.direction)
  placement.groups = enclose(graph, placement)
  return placement
}
