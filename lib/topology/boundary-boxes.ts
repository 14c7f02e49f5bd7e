import type { Box, Label, Line, Rect } from './drawing'
import type { Placement } from './placement'
import type { Graph } from './graph'
import { boundsOf, contains, grown, overlaps, segmentMeets, segmentsOf, type Segment } from './segments'
import { textRoles, textWidth } from './text-metrics'

export const GROUP_SIDE = 14
export const GROUP_TOP = 24
export const GROUP_BOTTOM = 14
const LABEL_INSET = 14
const KNOCKOUT = 5

export function labelRect(label: Label): Rect {
  const width = textWidth(label.text, label.role)
  const { size } = textRoles[label.role]
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2
  const pad = label.knockout === true && label.role === 'hand' ? KNOCKOUT : 0
  return { x: left - pad, y: label.y - size * 0.78, width: width + 2 * pad, height: size }
}

/** Lines between two members belong inside as well. */
function innerParts(graph: Graph, placement: Placement, members: ReadonlySet<string>): Rect[] {
  const inner = graph.edges.filter((edge) => members.has(edge.from) && members.has(edge.to))
  const corners = inner.flatMap((edge) => placement.routes.get(edge.id) ?? [])
  const nodes = [...members].flatMap((id) => placement.nodes.get(id) ?? [])
  return [...nodes, ...corners.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))]
}

/** A boundary drawn around its members and, where the layout gave it a place, inside that place. */
export function enclose(graph: Graph, placement: Placement): Map<string, Rect> {
  return new Map(
    graph.groups.map((group) => {
      const members = new Set(graph.nodes.filter((node) => node.group === group.id).map((node) => node.id))
      const inner = boundsOf(innerParts(graph, placement, members))
      const label = textWidth(group.label, 'hand') + 2 * LABEL_INSET + 2 * KNOCKOUT
      const width = Math.max(inner.width + 2 * GROUP_SIDE, Math.ceil(label))
      const height = inner.height + GROUP_TOP + GROUP_BOTTOM
      const tight = { x: inner.x - GROUP_SIDE, y: inner.y - GROUP_TOP, width, height }
      const given = placement.groups.get(group.id)
      return [group.id, given === undefined || contains(grown(given, 1), tight) ? tight : given]
    }),
  )
}

export function boundaryBoxes(graph: Graph, placement: Placement): Box[] {
  return graph.groups.flatMap((group) => {
    const rect = placement.groups.get(group.id)
    return rect === undefined ? [] : [{ ...rect, id: group.id, shape: 'boundary' as const, tone: 'plain' as const }]
  })
}

export function bordersOf(rect: Rect): Segment[] {
  const right = rect.x + rect.width
  const bottom = rect.y + rect.height
  const corners = [
    { x: rect.x, y: rect.y },
    { x: right, y: rect.y },
    { x: right, y: bottom },
    { x: rect.x, y: bottom },
    { x: rect.x, y: rect.y },
  ]
  return segmentsOf(corners)
}

/** The label interrupts the upper border, further along or on the lower one where lines already cross. */
export function boundaryLabel(box: Box, text: string, lines: readonly Line[], others: readonly Rect[]): Label {
  const width = textWidth(text, 'hand')
  const room = box.width - 2 * LABEL_INSET - width
  for (const y of [box.y + 5, box.y + box.height + 5]) {
    for (let shift = 0; shift <= Math.max(0, room); shift += 6) {
      const label = handLabel(box, text, box.x + LABEL_INSET + shift, y)
      const rect = grown(labelRect(label), 2)
      const crossed = lines.some((line) => segmentsOf(line.points).some((segment) => segmentMeets(segment, rect)))
      if (!crossed && !others.some((other) => overlaps(rect, other))) return label
    }
  }
  return handLabel(box, text, box.x + LABEL_INSET, box.y + 5)
}

function handLabel(box: Box, text: string, x: number, y: number): Label {
  return { id: `${box.id}-label`, x, y, text, role: 'hand', anchor: 'start', tone: 'quiet', knockout: true }
}
