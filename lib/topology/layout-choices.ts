import { trunkOf, type Direction, type LayoutChoice } from './elk-layout'
import type { Graph } from './graph'
import { easyWidth } from './node-metrics'
import { findPendants, type Hanging } from './pendants'

const widestNode = 188

function widths(graph: Graph, narrowest: number, list: readonly number[]): number[] {
  const easy = Math.min(widestNode, Math.max(narrowest, ...graph.nodes.map(easyWidth)))
  return [...list.filter((width) => width < easy), easy]
}

function choice(direction: Direction, nodeWidth: number, change: Partial<LayoutChoice> = {}): LayoutChoice {
  return {
    direction,
    nodeWidth,
    betweenNodes: 26,
    betweenLayers: 48,
    placement: 'NETWORK_SIMPLEX',
    layering: 'NETWORK_SIMPLEX',
    perLayer: 3,
    trunks: false,
    boundaries: 'compound',
    hanging: 'none',
    cycles: 'GREEDY',
    ...change,
  }
}

/** Only those that hang something else than the ones before. */
function hangings(graph: Graph): Hanging[] {
  const seen = new Set<string>()
  return (['none', 'targets', 'all'] as const).filter((hanging) => {
    const hung = findPendants(graph, hanging)
      .map(({ node, side }) => `${node} ${side}`)
      .join()
    return seen.has(hung) ? false : seen.add(hung)
  })
}

/** Narrow to wide: when one node width is too wide for the page, so are the ones after it. */
export type Family = readonly LayoutChoice[]

function landscapeFamilies(graph: Graph, width: number): Family[] {
  const across = widths(graph, 112, width > 700 ? [102, 116, 132, 148] : [100, 116, 132])
  const down = widths(graph, 112, width > 700 ? [132, 156] : [116, 132])
  const boundaries = graph.groups.length === 0 ? (['compound'] as const) : (['compound', 'walls'] as const)
  const columns = boundaries.flatMap((kind) =>
    hangings(graph).map((hanging) =>
      across.map((nodeWidth) =>
        choice('RIGHT', nodeWidth, { boundaries: kind, hanging, betweenLayers: nodeWidth < 110 ? 40 : 48 }),
      ),
    ),
  )
  const rows = hangings(graph).map((hanging) => down.map((nodeWidth) => choice('DOWN', nodeWidth, { betweenNodes: 40, hanging })))
  return [...columns, ...rows]
}

function portraitFamilies(graph: Graph): Family[] {
  const sizes = widths(graph, 100, [100, 116, 132, 148])
  const narrow = { betweenNodes: 20, betweenLayers: 44 }
  const changes: Partial<LayoutChoice>[] = [
    ...hangings(graph).map((hanging) => ({ ...narrow, hanging })),
    { ...narrow, layering: 'COFFMAN_GRAHAM', perLayer: 2 },
  ]
  return changes.map((change) => sizes.map((nodeWidth) => choice('DOWN', nodeWidth, change)))
}

/** Takes away what nothing calls, again and again; what is left goes round. */
function hasCycle(graph: Graph): boolean {
  let nodes = graph.nodes.map((node) => node.id)
  for (;;) {
    const rest = nodes.filter((id) => graph.edges.some((edge) => edge.to === id && edge.from !== id && nodes.includes(edge.from)))
    if (rest.length === nodes.length) return rest.length > 0
    nodes = rest
  }
}

/** What ELK is asked for a page of this width. */
export function layoutFamilies(graph: Graph, width: number, portrait: boolean): Family[] {
  const families = portrait ? portraitFamilies(graph) : landscapeFamilies(graph, width)
  if (!hasCycle(graph)) return families
  return [...families, ...families.map((family) => family.map((one): LayoutChoice => ({ ...one, cycles: 'MODEL_ORDER' })))]
}

/** The same layout with lines of one kind leaving their node together, where a node has several of a kind. */
export function withTrunks(graph: Graph, choices: readonly LayoutChoice[]): LayoutChoice[] {
  const joins = graph.edges.some((edge) => trunkOf(graph, edge) !== undefined)
  return joins ? choices.map((one) => ({ ...one, trunks: true })) : []
}
