import { bordersOf, boundaryBoxes, boundaryLabel, labelRect } from './boundary-boxes'
import { dividerParts } from './divider'
import type { Box, Dot, Drawing, Line, Point, Tone } from './drawing'
import type { Graph, GraphEdge } from './graph'
import type { NodeMetrics } from './node-metrics'
import { nodeLabels } from './node-text'
import { badgeRect, placeBadges, withHops } from './number-badges'
import type { Placement } from './placement'
import { segmentsOf } from './segments'

const CROSS_BEFORE = 9

function toneOf(edge: GraphEdge): Tone {
  if (edge.style === 'fault') return 'fault'
  return edge.mark ? 'mark' : 'plain'
}

function edgeLine(edge: GraphEdge, points: readonly Point[], trunk: string | undefined): Line {
  const fault = edge.style === 'fault'
  return {
    id: edge.id,
    kind: edge.style === 'call' ? 'edge' : edge.style,
    tone: toneOf(edge),
    points: fault ? shortened(points, CROSS_BEFORE) : points,
    hops: [],
    end: fault ? 'cross' : 'head',
    trunk,
    touches: [edge.from, edge.to],
  }
}

/** A failed call stops short of what it was meant to reach. */
function shortened(points: readonly Point[], by: number): Point[] {
  const last = points.at(-1)
  const before = points.at(-2)
  if (last === undefined || before === undefined) return [...points]
  const x = last.x - Math.sign(last.x - before.x) * Math.min(by, Math.abs(last.x - before.x))
  const y = last.y - Math.sign(last.y - before.y) * Math.min(by, Math.abs(last.y - before.y))
  return [...points.slice(0, -1), { x, y }]
}

/** The last point that two lines of one trunk have in common. */
export function partingPoint(a: readonly Point[], b: readonly Point[]): Point | undefined {
  let common: Point | undefined
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const one = a[index]
    const other = b[index]
    if (one === undefined || other === undefined || common === undefined) {
      common = one
      continue
    }
    if (one.x === other.x && one.y === other.y) {
      common = one
      continue
    }
    const alongX = one.y === common.y && other.y === common.y && Math.sign(one.x - common.x) === Math.sign(other.x - common.x)
    const alongY = one.x === common.x && other.x === common.x && Math.sign(one.y - common.y) === Math.sign(other.y - common.y)
    if (!alongX && !alongY) return common
    const shared = common
    const reach = (point: Point) => Math.abs(point.x - shared.x) + Math.abs(point.y - shared.y)
    return reach(one) < reach(other) ? one : other
  }
  return common
}

function joinDots(lines: readonly Line[]): Dot[] {
  const dots = new Map<string, Dot>()
  for (const [index, line] of lines.entries()) {
    for (const mate of lines.slice(index + 1)) {
      if (line.trunk === undefined || line.trunk !== mate.trunk) continue
      const point = partingPoint(line.points, mate.points)
      const start = line.points[0]
      if (point === undefined || (point.x === start?.x && point.y === start.y)) continue
      dots.set(`${point.x},${point.y}`, { ...point, tone: line.tone })
    }
  }
  return [...dots.values()]
}

export type Assembled = { drawing: Drawing; unplaced: readonly string[] }

export function assembleGraph(graph: Graph, placement: Placement, metrics: Map<string, NodeMetrics>, width: number): Assembled {
  const nodes = graph.nodes.flatMap((node): Box[] => {
    const rect = placement.nodes.get(node.id)
    const cells = metrics.get(node.id)?.cells
    return rect === undefined
      ? []
      : [{ ...rect, id: node.id, shape: node.shape, tone: node.tone, href: node.href, within: node.group, cells }]
  })
  const texts = graph.nodes.flatMap((node) => {
    const rect = placement.nodes.get(node.id)
    const size = metrics.get(node.id)
    return rect === undefined || size === undefined ? [] : nodeLabels(node, rect, size)
  })
  const edges = graph.edges.flatMap((edge) => {
    const points = placement.routes.get(edge.id)
    return points === undefined ? [] : [edgeLine(edge, points, placement.trunks.get(edge.id))]
  })
  const divider = dividerParts(graph, placement, edges, width)
  const boundaries = boundaryBoxes(graph, placement)
  const boundaryLabels = graph.groups.flatMap((group) => {
    const box = boundaries.find((candidate) => candidate.id === group.id)
    return box === undefined ? [] : [boundaryLabel(box, group.label, edges, nodes)]
  })
  const numbered = graph.edges.flatMap((edge) => {
    const line = edges.find((candidate) => candidate.id === edge.id)
    return line === undefined || edge.number === '' ? [] : [{ line, text: edge.number, tone: line.tone }]
  })
  const soft = [...boundaries.flatMap(bordersOf), ...divider.lines.flatMap((line) => segmentsOf(line.points))]
  const labels = [...boundaryLabels, ...divider.labels]
  const { badges, unplaced } = placeBadges(numbered, edges, { boxes: nodes, labels: labels.map(labelRect), soft })
  const lines = [...divider.lines, ...withHops(edges, badges)]
  const bottoms = [
    ...[...boundaries, ...nodes].map((box) => box.y + box.height),
    ...lines.flatMap((line) => line.points.map((point) => point.y + (line.tone === 'mark' ? 6 : 0))),
    ...badges.map((badge) => badgeRect(badge).y + badgeRect(badge).height),
    ...labels.map((label) => label.y + 4),
  ]
  const drawing: Drawing = {
    width,
    height: Math.ceil(Math.max(...bottoms)),
    boxes: [...boundaries, ...nodes],
    lines,
    labels: [...labels, ...texts],
    badges,
    dots: joinDots(edges),
    crosses: [],
  }
  return { drawing, unplaced }
}
