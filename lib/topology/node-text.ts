import type { Label, Rect } from './drawing'
import type { GraphNode } from './graph'
import { ENTRY_GAP, NODE_PADDING, textInset, type NodeMetrics } from './node-metrics'
import { textWidth } from './text-metrics'

const TITLE_LINE = 16
const NOTE_LINE = 15
const TITLE_ASCENT = 12
const NOTE_ASCENT = 12

/** The lines of a node's text, centred between its upper and lower side; entry numbers stand at the right of the first. */
export function nodeLabels(node: GraphNode, rect: Rect, metrics: NodeMetrics): Label[] {
  const height = metrics.title.length * TITLE_LINE + metrics.note.length * NOTE_LINE
  let y = rect.y + Math.round((rect.height - height) / 2) + 0.5
  const x = rect.x + textInset(node)
  const shared = { x, anchor: 'start' as const, inside: node.id, href: node.href }
  const tone = node.tone
  const labels: Label[] = []
  const entriesAt = y + TITLE_ASCENT
  for (const [index, text] of metrics.title.entries()) {
    labels.push({ ...shared, id: `${node.id}-title-${index}`, y: y + TITLE_ASCENT, text, role: 'title', tone })
    y += TITLE_LINE
  }
  for (const [index, text] of metrics.note.entries()) {
    labels.push({ ...shared, id: `${node.id}-note-${index}`, y: y + NOTE_ASCENT, text, role: 'note', tone, href: undefined })
    y += NOTE_LINE
  }
  return [...labels, ...entryLabels(node, rect, entriesAt)]
}

function entryLabels(node: GraphNode, rect: Rect, y: number): Label[] {
  let right = rect.x + rect.width - NODE_PADDING
  const labels: Label[] = []
  for (const entry of [...node.entries].reverse()) {
    const tone = entry.marked === true ? ('mark' as const) : ('plain' as const)
    const { number: text } = entry
    const href = node.href === undefined ? entry.href : undefined
    labels.unshift({
      id: `${node.id}-entry-${text}`,
      x: right,
      y,
      text,
      role: 'strong',
      anchor: 'end',
      tone,
      inside: node.id,
      href,
    })
    right -= textWidth(text, 'strong') + ENTRY_GAP
  }
  return labels
}
