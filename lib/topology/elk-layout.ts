import ELK from 'elkjs/lib/elk.bundled'
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api'
import { GROUP_BOTTOM, GROUP_SIDE, GROUP_TOP } from './boundary-boxes'
import type { Graph, GraphEdge, GraphNode } from './graph'
import type { NodeMetrics } from './node-metrics'
import { pendantLabels, type Hanging, type Pendant } from './pendants'
import type { Placement } from './placement'
import { textWidth } from './text-metrics'

export type Direction = 'RIGHT' | 'DOWN'

export type LayoutChoice = {
  direction: Direction
  nodeWidth: number
  betweenNodes: number
  betweenLayers: number
  placement: 'NETWORK_SIMPLEX' | 'BRANDES_KOEPF'
  layering: 'NETWORK_SIMPLEX' | 'COFFMAN_GRAHAM' | 'LONGEST_PATH'
  perLayer: number
  /** Lines of one kind leave their node together. */
  trunks: boolean
  /** Boundaries as compound nodes, or enclosed by walls in a layout that knows no compounds (walled-layout). */
  boundaries: 'compound' | 'walls'
  /** Which nodes with a single partner hang beside it. */
  hanging: Hanging
  /** In a cycle the way back is found by fewest lines, or by the order in which the author named the nodes. */
  cycles: 'GREEDY' | 'MODEL_ORDER'
}

const GROUP_PADDING = `[top=${GROUP_TOP},left=${GROUP_SIDE},bottom=${GROUP_BOTTOM},right=${GROUP_SIDE}]`

function spacing(choice: LayoutChoice): LayoutOptions {
  return {
    'elk.spacing.nodeNode': String(choice.betweenNodes),
    'elk.spacing.edgeNode': '16',
    'elk.spacing.edgeEdge': '18',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(choice.betweenLayers),
    'elk.layered.spacing.edgeNodeBetweenLayers': '20',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
  }
}

export function layoutOptions(graph: Graph, choice: LayoutChoice): LayoutOptions {
  return {
    ...spacing(choice),
    'elk.algorithm': 'layered',
    'elk.direction': choice.direction,
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.json.shapeCoords': 'ROOT',
    'elk.json.edgeCoords': 'ROOT',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.randomSeed': '7',
    'elk.spacing.labelNode': '0',
    'elk.partitioning.activate': String(graph.divider !== undefined),
    'elk.layered.nodePlacement.strategy': choice.placement,
    'elk.layered.nodePlacement.favorStraightEdges': 'true',
    'elk.layered.cycleBreaking.strategy': choice.cycles,
    'elk.layered.layering.strategy': choice.layering,
    'elk.layered.layering.coffmanGraham.layerBound': String(choice.perLayer),
    'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
    'elk.layered.thoroughness': '7',
  }
}

export function trunkOf(graph: Graph, edge: GraphEdge): string | undefined {
  if (edge.from === edge.to) return undefined
  const mates = graph.edges.filter((other) => other.from === edge.from && other.style === edge.style && other.mark === edge.mark)
  return mates.length > 1 ? `${edge.from}:${edge.style}:${edge.mark ? 'marked' : 'plain'}` : undefined
}

export function leafNode(
  graph: Graph,
  node: GraphNode,
  metrics: Map<string, NodeMetrics>,
  choice: LayoutChoice,
  pendants: readonly Pendant[],
): ElkNode {
  const size = metrics.get(node.id)
  const trunks = new Set(graph.edges.filter((edge) => edge.from === node.id).map((edge) => trunkOf(graph, edge)))
  trunks.delete(undefined)
  return {
    id: `n:${node.id}`,
    width: size?.width ?? 0,
    height: size?.height ?? 0,
    layoutOptions: graph.divider === undefined ? {} : { 'elk.partitioning.partition': node.later ? '1' : '0' },
    labels: pendantLabels(node.id, pendants, metrics, choice.direction),
    ...(choice.trunks ? { ports: [...trunks].map((id) => ({ id: `p:${id}`, width: 0, height: 0 })) } : {}),
  }
}

export function elkEdges(graph: Graph, choice: LayoutChoice): ElkExtendedEdge[] {
  return graph.edges.map((edge) => {
    const trunk = choice.trunks ? trunkOf(graph, edge) : undefined
    return { id: edge.id, sources: [trunk === undefined ? `n:${edge.from}` : `p:${trunk}`], targets: [`n:${edge.to}`] }
  })
}

function elkGraph(graph: Graph, metrics: Map<string, NodeMetrics>, choice: LayoutChoice, pendants: readonly Pendant[]): ElkNode {
  const leaf = (node: GraphNode) => leafNode(graph, node, metrics, choice, pendants)
  const groups = graph.groups.map((group): ElkNode => ({
    id: `g:${group.id}`,
    layoutOptions: {
      ...spacing(choice),
      'elk.padding': GROUP_PADDING,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.ceil(textWidth(group.label, 'hand')) + 40}, 60)`,
    },
    children: graph.nodes.filter((node) => node.group === group.id).map(leaf),
  }))
  const free = graph.nodes.filter((node) => !graph.groups.some((group) => group.id === node.group))
  return {
    id: 'root',
    layoutOptions: layoutOptions(graph, choice),
    children: [...free.map(leaf), ...groups],
    edges: elkEdges(graph, choice),
  }
}

const elk = new ELK()

/** Asks ELK and reads positions and routes from its answer; ids of anything else it was given are left out. */
export async function askElk(root: ElkNode, graph: Graph, choice: LayoutChoice): Promise<Placement> {
  const laidOut = await elk.layout(root)
  const placement: Placement = { nodes: new Map(), groups: new Map(), routes: new Map(), trunks: new Map() }
  collectShapes(laidOut, placement)
  const wanted = new Set(graph.edges.map((edge) => edge.id))
  for (const edge of laidOut.edges ?? []) {
    const section = edge.sections?.[0]
    if (section === undefined || !wanted.has(edge.id)) continue
    placement.routes.set(edge.id, [section.startPoint, ...(section.bendPoints ?? []), section.endPoint])
  }
  for (const edge of graph.edges) {
    const trunk = choice.trunks ? trunkOf(graph, edge) : undefined
    if (trunk !== undefined) placement.trunks.set(edge.id, trunk)
  }
  return placement
}

export function layOutCompound(
  graph: Graph,
  metrics: Map<string, NodeMetrics>,
  choice: LayoutChoice,
  pendants: readonly Pendant[],
): Promise<Placement> {
  return askElk(elkGraph(graph, metrics, choice, pendants), graph, choice)
}

function collectShapes(parent: ElkNode, placement: Placement): void {
  for (const child of parent.children ?? []) {
    const rect = { x: child.x ?? 0, y: child.y ?? 0, width: child.width ?? 0, height: child.height ?? 0 }
    const id = child.id.slice(2)
    if (child.id.startsWith('g:')) placement.groups.set(id, rect)
    if (child.id.startsWith('n:')) placement.nodes.set(id, rect)
    collectShapes(child, placement)
  }
}
