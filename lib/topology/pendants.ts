import type { ElkLabel } from 'elkjs/lib/elk-api'
import type { Point, Rect } from './drawing'
import type { Direction } from './elk-layout'
import type { Graph, GraphEdge } from './graph'
import type { NodeMetrics } from './node-metrics'
import type { Placement } from './placement'

// A node that talks to one partner only needs no column of its own: it hangs beside that partner, across the flow,
// on a short straight line. For ELK it is an outside label, so its room is kept free.

export type Hanging = 'none' | 'targets' | 'all'

export type Side = 'before' | 'after'

export type Pendant = { node: string; partner: string; side: Side; edges: readonly GraphEdge[] }

const GAP = 44
const LINES_APART = 40

function partnersOf(graph: Graph, node: string): Set<string> {
  return new Set(graph.edges.flatMap((edge) => (edge.from === node ? [edge.to] : edge.to === node ? [edge.from] : [])))
}

export function findPendants(graph: Graph, hanging: Hanging): Pendant[] {
  if (hanging === 'none') return []
  const groupOf = (id: string) => graph.nodes.find((node) => node.id === id)?.group
  const pendants: Pendant[] = []
  for (const node of graph.nodes) {
    const [partner, ...others] = partnersOf(graph, node.id)
    if (partner === undefined || others.length > 0 || partner === node.id) continue
    const edges = graph.edges.filter((edge) => edge.from === node.id || edge.to === node.id)
    const isTarget = edges.some((edge) => edge.to === node.id)
    const isCaller = node.shape === 'actor' || node.shape === 'start'
    const alone = partnersOf(graph, partner).size < 2
    const taken = pendants.filter((other) => other.partner === partner).map((other) => other.side)
    const hangs = pendants.some((other) => other.node === partner)
    const apart = groupOf(partner) !== node.group || graph.nodes.find((other) => other.id === partner)?.later !== node.later
    if (alone || hangs || apart || edges.length > 2 || (isCaller && !isTarget) || (!isTarget && hanging === 'targets')) continue
    const side = isTarget ? (['after', 'before'] as const) : (['before', 'after'] as const)
    const free = side.find((candidate) => !taken.includes(candidate))
    if (free !== undefined) pendants.push({ node: node.id, partner, side: free, edges })
  }
  return pendants
}

export function withoutPendants(graph: Graph, pendants: readonly Pendant[]): Graph {
  const hung = new Set(pendants.map((pendant) => pendant.node))
  const away = new Set(pendants.flatMap((pendant) => pendant.edges.map((edge) => edge.id)))
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !hung.has(node.id)),
    edges: graph.edges.filter((edge) => !away.has(edge.id)),
  }
}

const labelPlaces = {
  RIGHT: { before: 'OUTSIDE V_TOP H_CENTER', after: 'OUTSIDE V_BOTTOM H_CENTER' },
  DOWN: { before: 'OUTSIDE V_CENTER H_LEFT', after: 'OUTSIDE V_CENTER H_RIGHT' },
} as const

export function pendantLabels(
  partner: string,
  pendants: readonly Pendant[],
  metrics: Map<string, NodeMetrics>,
  direction: Direction,
): ElkLabel[] {
  return pendants
    .filter((pendant) => pendant.partner === partner)
    .map((pendant) => {
      const { width = 0, height = 0 } = metrics.get(pendant.node) ?? {}
      const across = direction === 'RIGHT'
      return {
        id: `l:${pendant.node}`,
        text: pendant.node,
        width: across ? width : width + GAP,
        height: across ? height + GAP : height,
        layoutOptions: { 'elk.nodeLabels.placement': labelPlaces[direction][pendant.side] },
      }
    })
}

/** Puts the hanging nodes and their lines into a layout that was made without them. */
export function attachPendants(
  placement: Placement,
  pendants: readonly Pendant[],
  metrics: Map<string, NodeMetrics>,
  direction: Direction,
): void {
  for (const pendant of pendants) {
    const partner = placement.nodes.get(pendant.partner)
    const size = metrics.get(pendant.node)
    if (partner === undefined || size === undefined) continue
    const rect = direction === 'RIGHT' ? below(partner, size, pendant.side) : beside(partner, size, pendant.side)
    placement.nodes.set(pendant.node, rect)
    for (const [index, edge] of pendant.edges.entries()) {
      const shift = (index - (pendant.edges.length - 1) / 2) * LINES_APART
      const line = direction === 'RIGHT' ? upright(partner, rect, shift) : level(partner, rect, shift)
      placement.routes.set(edge.id, edge.from === pendant.partner ? line : [...line].reverse())
    }
  }
}

function below(partner: Rect, { width, height }: NodeMetrics, side: Side): Rect {
  const x = partner.x + (partner.width - width) / 2
  return { x, y: side === 'after' ? partner.y + partner.height + GAP : partner.y - GAP - height, width, height }
}

function beside(partner: Rect, { width, height }: NodeMetrics, side: Side): Rect {
  const y = partner.y + (partner.height - height) / 2
  return { x: side === 'after' ? partner.x + partner.width + GAP : partner.x - GAP - width, y, width, height }
}

function upright(partner: Rect, rect: Rect, shift: number): Point[] {
  const x = partner.x + partner.width / 2 + shift
  return partner.y < rect.y
    ? [
        { x, y: partner.y + partner.height },
        { x, y: rect.y },
      ]
    : [
        { x, y: partner.y },
        { x, y: rect.y + rect.height },
      ]
}

function level(partner: Rect, rect: Rect, shift: number): Point[] {
  const y = partner.y + partner.height / 2 + shift * 0.5
  return partner.x < rect.x
    ? [
        { x: partner.x + partner.width, y },
        { x: rect.x, y },
      ]
    : [
        { x: partner.x, y },
        { x: rect.x + rect.width, y },
      ]
}
