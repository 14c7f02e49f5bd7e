import Elk, { type ElkExtendedEdge, type ElkNode, type ElkPort, type LayoutOptions } from 'elkjs/lib/elk.bundled.js'
import { actionLabel } from './action-label'
import { connectedParts, type ConnectedPart } from './components'
import type { DrawnReference } from './drawn-references'
import type { Point, Rectangle } from './geometry'
import { EDGE_RUN, labelWidth, MARGIN, snap } from './metrics'
import { packRectangles, type Size } from './pack'
import { portsOf, type Placement } from './placement'
import type { Port, PortPlan } from './ports'
import type { TableOutline } from './table-outline'

/** Above this size the slower placement no longer pays for its straighter lines. */
const LARGE = 60
const PART_GAP = 40
const SHEET_SHAPE = 1.5
const FEWEST_TO_BOUND = 12
const TOO_TALL = 1.1

/** Starting the engine costs more than a small drawing, and it keeps nothing between drawings. */
const engine = new Elk()

interface Drawing {
  readonly outlines: ReadonlyMap<string, TableOutline>
  readonly plan: PortPlan
  readonly ports: ReadonlyMap<string, readonly Port[]>
  /** How far left of each table the labels of its references reach. */
  readonly labelRoom: ReadonlyMap<string, number>
}

type Part = Pick<Placement, 'boxes' | 'routes'> & Size

/** Parents left, children right: the layered algorithm then breaks only true cycles. */
export async function layeredLayout(
  outlines: ReadonlyMap<string, TableOutline>,
  references: readonly DrawnReference[],
  plan: PortPlan,
): Promise<Placement> {
  const drawing: Drawing = { outlines, plan, ports: portsByTable(plan), labelRoom: labelRooms(references) }
  const parts: Part[] = []
  for (const part of connectedParts(outlines.keys(), references))
    parts.push(part.references.length === 0 ? loneTable(drawing, part.tables[0] ?? '') : await layOutPart(drawing, part))
  const packing = packRectangles(parts, PART_GAP, SHEET_SHAPE)
  const boxes = new Map<string, Rectangle>()
  const routes = new Map<string, readonly Point[]>()
  parts.forEach((part, position) => {
    const at = packing.places[position] ?? { x: 0, y: 0 }
    const move = <P extends Point>(point: P): P => ({
      ...point,
      x: snap(point.x + at.x) + MARGIN,
      y: snap(point.y + at.y) + MARGIN,
    })
    for (const [id, box] of part.boxes) boxes.set(id, move(box))
    for (const [id, points] of part.routes) routes.set(id, points.map(move))
  })
  return { boxes, routes, width: Math.ceil(packing.width) + 2 * MARGIN, height: Math.ceil(packing.height) + 2 * MARGIN }
}

function loneTable({ outlines, plan }: Drawing, id: string): Part {
  const outline = outlines.get(id)
  const size = { width: outline?.width ?? 0, height: plan.heights.get(id) ?? outline?.height ?? 0 }
  return { boxes: new Map([[id, { x: 0, y: 0, ...size }]]), routes: new Map(), ...size }
}

/** Many tables that refer to few stand in one endless column, unless the columns are told how long they may be. */
async function layOutPart(drawing: Drawing, part: ConnectedPart): Promise<Part> {
  const free = await runEngine(drawing, part, layoutOptions(part.tables.length))
  if (part.tables.length < FEWEST_TO_BOUND || free.height < TOO_TALL * free.width) return free
  const bound = String(Math.ceil(1.5 * Math.sqrt(part.tables.length)))
  const bounded = await runEngine(drawing, part, {
    ...layoutOptions(part.tables.length),
    'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
    'elk.layered.layering.coffmanGraham.layerBound': bound,
  })
  return misshapen(bounded) < misshapen(free) ? bounded : free
}

/** How many times too wide or too tall for the sheet. */
function misshapen({ width, height }: Size): number {
  const shape = width / height / SHEET_SHAPE
  return Math.max(shape, 1 / shape)
}

async function runEngine(drawing: Drawing, part: ConnectedPart, options: LayoutOptions): Promise<Part> {
  const graph: ElkNode = {
    id: 'schema',
    layoutOptions: options,
    children: part.tables.flatMap((id) => elkTable(drawing, id) ?? []),
    edges: part.references.flatMap((reference) => elkEdge(reference, drawing.plan) ?? []),
  }
  const result = await engine.layout(graph)
  const boxes = new Map((result.children ?? []).map((node) => [node.id, elkBox(node, drawing)]))
  const routes = part.references.flatMap((reference): [string, Point[]][] => {
    const edge = result.edges?.find(({ id }) => id === reference.id)
    return edge ? [[reference.id, elkRoute(edge, reference, boxes)]] : []
  })
  return { boxes, routes: new Map(routes), width: result.width ?? 0, height: result.height ?? 0 }
}

function layoutOptions(size: number): LayoutOptions {
  const isLarge = size > LARGE
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.spacing.nodeNode': '30',
    'elk.spacing.edgeEdge': '9',
    'elk.spacing.edgeNode': '16',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(2 * EDGE_RUN + 10),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(EDGE_RUN),
    'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
    'elk.layered.nodePlacement.strategy': isLarge ? 'SIMPLE' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': isLarge ? '3' : '20',
  }
}

/** The engine is given the room for labels as a part of the table: left to place them itself, it keeps more room than they need. */
function elkTable({ outlines, plan, ports, labelRoom }: Drawing, id: string): ElkNode | null {
  const outline = outlines.get(id)
  if (!outline) return null
  const room = labelRoom.get(id) ?? 0
  return {
    id,
    width: room + outline.width,
    height: plan.heights.get(id) ?? outline.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: (ports.get(id) ?? []).map((port) => elkPort(port, room + outline.width)),
  }
}

function elkPort(port: Port, width: number): ElkPort {
  const isLeft = port.side === 'left'
  return {
    id: port.id,
    x: isLeft ? 0 : width,
    y: port.y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': isLeft ? 'WEST' : 'EAST' },
  }
}

function elkEdge(reference: DrawnReference, plan: PortPlan): ElkExtendedEdge | null {
  const ports = portsOf(plan, reference)
  return ports && { id: reference.id, sources: [ports.parent.id], targets: [ports.child.id] }
}

function elkBox(node: ElkNode, { labelRoom }: Drawing): Rectangle {
  const room = labelRoom.get(node.id) ?? 0
  return { x: snap((node.x ?? 0) + room), y: snap(node.y ?? 0), width: (node.width ?? 0) - room, height: node.height ?? 0 }
}

/** From child to parent. What the engine takes for the table's edge is the edge of its label's room. */
function elkRoute(edge: ElkExtendedEdge, { from, to }: DrawnReference, boxes: ReadonlyMap<string, Rectangle>): Point[] {
  const section = edge.sections?.[0]
  if (!section) return []
  const end = from === to ? section.endPoint : { ...section.endPoint, x: boxes.get(from.id)?.x ?? section.endPoint.x }
  return [section.startPoint, ...(section.bendPoints ?? []), end].map(({ x, y }) => ({ x: snap(x), y: snap(y) })).reverse()
}

function portsByTable(plan: PortPlan): Map<string, Port[]> {
  const found = new Map<string, Port[]>()
  for (const port of plan.ports.values()) {
    const known = found.get(port.table)
    if (known) known.push(port)
    else found.set(port.table, [port])
  }
  return found
}

function labelRooms(references: readonly DrawnReference[]): Map<string, number> {
  const rooms = new Map<string, number>()
  for (const { key, from, to } of references) {
    const text = actionLabel(key)
    if (text !== '' && from !== to) rooms.set(from.id, Math.max(rooms.get(from.id) ?? 0, labelWidth(text)))
  }
  return rooms
}
