import { GROUP_BOTTOM, GROUP_SIDE, GROUP_TOP, enclose } from './boundary-boxes'
import type { Rect } from './drawing'
import type { Graph, GraphEdge, GraphNode } from './graph'
import { ladderOrder } from './ladder-order'
import { leastWidth, measureNode, type NodeMetrics } from './node-metrics'
import type { Placement } from './placement'

// The narrow drawing of last resort: all nodes in one column, lines as rungs beside it. It takes any graph, because
// room for the lines is found by making nodes taller, and it is often what a phone shows best.

const PORT_STEP = 19
const STUB = 30
const TRACK_STEP = 9
const OUTSIDE = 11
const BETWEEN = 24
const BETWEEN_WITH_LINE = 44
const BESIDE_LINE = 40
const DIVIDER_ROOM = 40
const WIDEST = 240

type Side = 'left' | 'right'

type Rung = { edge: GraphEdge; side: Side; top: number; bottom: number; track: number }

type Split = { straight: readonly GraphEdge[]; around: readonly GraphEdge[] }

/** Neighbours are joined directly, unless a boundary's label needs the place; everything else goes around. */
function split(graph: Graph, rank: Map<string, number>, throughBorders: boolean): Split {
  const groupOf = (id: string) => graph.nodes.find((node) => node.id === id)?.group
  const isStraight = (edge: GraphEdge) =>
    Math.abs((rank.get(edge.from) ?? 0) - (rank.get(edge.to) ?? 0)) === 1 &&
    (throughBorders || groupOf(edge.from) === groupOf(edge.to))
  return { straight: graph.edges.filter(isStraight), around: graph.edges.filter((edge) => !isStraight(edge)) }
}

function assignSides(edges: readonly GraphEdge[], rank: Map<string, number>): Rung[] {
  const load = new Map<string, number>()
  const at = (node: string, side: Side) => load.get(`${node}/${side}`) ?? 0
  return edges.map((edge) => {
    const from = rank.get(edge.from) ?? 0
    const to = rank.get(edge.to) ?? 0
    const weight = (side: Side) => Math.max(at(edge.from, side), at(edge.to, side))
    const forward: Side = to >= from ? 'right' : 'left'
    const other: Side = forward === 'right' ? 'left' : 'right'
    const side = weight(forward) <= weight(other) + 1 ? forward : other
    for (const node of [edge.from, edge.to]) load.set(`${node}/${side}`, at(node, side) + 1)
    return { edge, side, top: Math.min(from, to), bottom: Math.max(from, to), track: 0 }
  })
}

/** Short rungs lie inside; two rungs share a track only where their nodes differ. */
function assignTracks(rungs: readonly Rung[]): Rung[] {
  const placed: Rung[] = []
  for (const rung of [...rungs].sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top)) {
    let track = 0
    const clash = (other: Rung) =>
      other.side === rung.side && other.track === track && other.top <= rung.bottom && rung.top <= other.bottom
    while (placed.some(clash)) track += 1
    placed.push({ ...rung, track })
  }
  return placed
}

function sideWidth(rungs: readonly Rung[], side: Side): number {
  const tracks = rungs.filter((rung) => rung.side === side).map((rung) => rung.track)
  return tracks.length === 0 ? 0 : STUB + Math.max(...tracks) * TRACK_STEP + OUTSIDE
}

type Port = { rung: Rung; end: 'from' | 'to' }

/** Ports of one side of a node, in the order in which their lines leave upwards, then downwards. */
function portsOf(node: string, side: Side, rungs: readonly Rung[], rank: Map<string, number>): Port[] {
  const here = rank.get(node) ?? 0
  const ends = rungs
    .filter((rung) => rung.side === side)
    .flatMap((rung): Port[] => [
      ...(rung.edge.from === node ? [{ rung, end: 'from' as const }] : []),
      ...(rung.edge.to === node ? [{ rung, end: 'to' as const }] : []),
    ])
  const key = ({ rung }: Port) => (rung.bottom === here && rung.top !== here ? rung.track - 1000 : 1000 - rung.track)
  return ends.sort((a, b) => key(a) - key(b))
}

export type Ladder = { placement: Placement; metrics: Map<string, NodeMetrics> }

export function ladderLayout(graph: Graph, width: number, throughBorders: boolean): Ladder {
  const order = ladderOrder(graph)
  const rank = new Map(order.map((node, index) => [node.id, index]))
  const { straight, around } = split(graph, rank, throughBorders)
  const rungs = assignTracks(assignSides(around, rank))
  const margin = graph.groups.length > 0 ? GROUP_SIDE : 1
  const left = Math.max(sideWidth(rungs, 'left'), margin)
  const room = width - left - Math.max(sideWidth(rungs, 'right'), margin)
  const columnWidth = Math.max(...order.map(leastWidth), Math.min(room, WIDEST))
  const metrics = new Map<string, NodeMetrics>()
  const placement: Placement = { nodes: new Map(), groups: new Map(), routes: new Map(), trunks: new Map() }
  let y = 0
  for (const [index, node] of order.entries()) {
    const joined = straight.some((edge) => Math.max(rank.get(edge.from) ?? 0, rank.get(edge.to) ?? 0) === index)
    y += extraAbove(graph, order[index - 1], node) + (index === 0 ? 0 : joined ? BETWEEN_WITH_LINE : BETWEEN)
    const size = measureNode(node, columnWidth)
    const ports = Math.max(...(['left', 'right'] as const).map((side) => portsOf(node.id, side, rungs, rank).length))
    const height = Math.max(size.height, ports * PORT_STEP + 4)
    metrics.set(node.id, { ...size, height })
    placement.nodes.set(node.id, { x: left, y, width: size.width, height })
    y += height
  }
  routeStraight(placement, straight)
  routeRungs(placement, rungs, rank, left, left + columnWidth)
  placement.groups = enclose(graph, placement)
  return { placement, metrics }
}

/** Room for the borders and the label of a boundary, and for the words at the divider. */
function extraAbove(graph: Graph, before: GraphNode | undefined, node: GraphNode): number {
  const opens = node.group !== undefined && node.group !== before?.group ? GROUP_TOP : 0
  const closes = before?.group !== undefined && before.group !== node.group ? GROUP_BOTTOM : 0
  const divides = graph.divider !== undefined && before !== undefined && node.later && !before.later ? DIVIDER_ROOM : 0
  return opens + closes + divides
}

function routeStraight(placement: Placement, edges: readonly GraphEdge[]): void {
  const used = new Map<string, number>()
  for (const edge of edges) {
    const from = placement.nodes.get(edge.from)
    const to = placement.nodes.get(edge.to)
    if (from === undefined || to === undefined) continue
    const pair = [edge.from, edge.to].sort().join(' ')
    const shift = used.get(pair) ?? 0
    used.set(pair, shift + 1)
    const narrow = Math.min(from.width, to.width)
    const x = from.x + Math.round(narrow < BESIDE_LINE ? narrow / 2 : BESIDE_LINE * (shift + 1))
    const down = from.y < to.y
    placement.routes.set(edge.id, [
      { x, y: down ? from.y + from.height : from.y },
      { x, y: down ? to.y : to.y + to.height },
    ])
  }
}

function routeRungs(placement: Placement, rungs: readonly Rung[], rank: Map<string, number>, left: number, right: number): void {
  const portY = (node: string, rung: Rung, end: 'from' | 'to') => {
    const ports = portsOf(node, rung.side, rungs, rank)
    const index = ports.findIndex((port) => port.rung === rung && port.end === end)
    const rect = placement.nodes.get(node) ?? { x: 0, y: 0, width: 0, height: 0 }
    return rect.y + Math.round((rect.height * (index + 0.5)) / ports.length)
  }
  for (const rung of rungs) {
    const { edge, side, track } = rung
    const x = side === 'right' ? right + STUB + track * TRACK_STEP : left - STUB - track * TRACK_STEP
    const from = { x: edgeOf(placement.nodes.get(edge.from), side), y: portY(edge.from, rung, 'from') }
    const to = { x: edgeOf(placement.nodes.get(edge.to), side), y: portY(edge.to, rung, 'to') }
    placement.routes.set(edge.id, [from, { x, y: from.y }, { x, y: to.y }, to])
  }
}

function edgeOf(rect: Rect | undefined, side: Side): number {
  if (rect === undefined) return 0
  return side === 'right' ? rect.x + rect.width : rect.x
}
