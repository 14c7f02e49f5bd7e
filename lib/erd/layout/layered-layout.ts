import Elk, { type ElkExtendedEdge, type ElkNode, type ElkPort, type LayoutOptions } from 'elkjs/lib/elk.bundled.js'
import { actionLabel } from './action-label'
import type { DrawnReference } from './drawn-references'
import type { Point, Rectangle } from './geometry'
import { EDGE_RUN, labelWidth, MARGIN, snap } from './metrics'
import { portsOf, type Placement } from './placement'
import type { Port, PortPlan } from './ports'
import type { TableOutline } from './table-outline'

/** Above this size the slower placement no longer pays for its straighter lines. */
const LARGE = 60

/** Starting the engine costs more than a small drawing, and it keeps nothing between drawings. */
const engine = new Elk()

/** Parents left, children right: the layered algorithm then breaks only true cycles. */
export async function layeredLayout(
  outlines: ReadonlyMap<string, TableOutline>,
  references: readonly DrawnReference[],
  plan: PortPlan,
): Promise<Placement> {
  const graph: ElkNode = {
    id: 'schema',
    layoutOptions: layoutOptions(outlines.size),
    children: [...outlines.values()].map((outline) => elkTable(outline, plan)),
    edges: references.flatMap((reference) => elkEdge(reference, plan) ?? []),
  }
  const result = await engine.layout(graph)
  const boxes = new Map((result.children ?? []).map((node) => [node.id, elkBox(node)]))
  const edges = result.edges ?? []
  return {
    boxes,
    routes: new Map(edges.map((edge) => [edge.id, elkRoute(edge)])),
    width: Math.ceil(result.width ?? 0),
    height: Math.ceil(result.height ?? 0),
  }
}

function layoutOptions(size: number): LayoutOptions {
  const isLarge = size > LARGE
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.aspectRatio': '1.5',
    'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
    'elk.spacing.nodeNode': '30',
    'elk.spacing.componentComponent': '40',
    'elk.spacing.edgeEdge': '9',
    'elk.spacing.edgeNode': '16',
    'elk.spacing.edgeLabel': '2',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(2 * EDGE_RUN + 10),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(EDGE_RUN),
    'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
    'elk.layered.nodePlacement.strategy': isLarge ? 'SIMPLE' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': isLarge ? '3' : '20',
  }
}

function elkTable(outline: TableOutline, plan: PortPlan): ElkNode {
  const ports = [...plan.ports.values()].filter((port) => port.table === outline.id)
  return {
    id: outline.id,
    width: outline.width,
    height: plan.heights.get(outline.id) ?? outline.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: ports.map((port) => elkPort(port, outline)),
  }
}

function elkPort(port: Port, outline: TableOutline): ElkPort {
  const isLeft = port.side === 'left'
  return {
    id: port.id,
    x: isLeft ? 0 : outline.width,
    y: port.y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': isLeft ? 'WEST' : 'EAST' },
  }
}

function elkEdge(reference: DrawnReference, plan: PortPlan): ElkExtendedEdge | null {
  const ports = portsOf(plan, reference)
  if (!ports) return null
  const text = actionLabel(reference.key)
  // The label is drawn by us; the algorithm only has to keep the room for it.
  const label = {
    id: `${reference.id}#label`,
    text,
    width: labelWidth(text) + EDGE_RUN,
    height: 9,
    layoutOptions: { 'elk.edgeLabels.placement': 'HEAD' },
  }
  return { id: reference.id, sources: [ports.parent.id], targets: [ports.child.id], labels: text === '' ? [] : [label] }
}

function elkBox(node: ElkNode): Rectangle {
  return { x: snap(node.x ?? 0), y: snap(node.y ?? 0), width: node.width ?? 0, height: node.height ?? 0 }
}

function elkRoute(edge: ElkExtendedEdge): Point[] {
  const section = edge.sections?.[0]
  if (!section) return []
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
    .map(({ x, y }) => ({ x: snap(x), y: snap(y) }))
    .reverse()
}
