import type { Graph, GraphNode } from './graph'
import { textWidth, widestWord, wrapText } from './text-metrics'

export type NodeMetrics = {
  width: number
  height: number
  title: readonly string[]
  note: readonly string[]
  /** Queue only: cells at the right end. */
  cells: number
}

export const NODE_PADDING = 10
export const STORE_INSET = 5
export const CELL_WIDTH = 10
export const START_DOT = 9
export const ENTRY_GAP = 8
const ACTOR_GLYPH = 18
const TITLE_LINE = 16
const NOTE_LINE = 15
const LEAST_CELLS = 3
const MOST_CELLS = 8
const BARE_HEIGHT = 40
const ABOVE_AND_BELOW = 21

export function textInset(node: GraphNode): number {
  if (node.shape === 'store') return NODE_PADDING + STORE_INSET
  if (node.shape === 'actor') return NODE_PADDING + ACTOR_GLYPH
  return NODE_PADDING
}

function entriesWidth(node: GraphNode): number {
  return node.entries.reduce((sum, entry) => sum + textWidth(entry.number, 'strong') + ENTRY_GAP, 0)
}

function reserved(node: GraphNode): number {
  const cells = node.shape === 'queue' ? LEAST_CELLS * CELL_WIDTH : 0
  return textInset(node) + NODE_PADDING + cells
}

/** The least width at which no word of the node has to be broken. */
export function leastWidth(node: GraphNode): number {
  if (node.shape === 'start') return START_DOT
  const title = widestWord(node.label, 'title') + entriesWidth(node)
  return Math.ceil(Math.max(title, widestWord(node.note, 'note')) + reserved(node))
}

/** The width at which label and note each stay on one line. */
export function easyWidth(node: GraphNode): number {
  if (node.shape === 'start') return START_DOT
  const title = textWidth(node.label, 'title') + entriesWidth(node)
  return Math.ceil(Math.max(title, textWidth(node.note, 'note')) + reserved(node))
}

export function measureNode(node: GraphNode, width: number): NodeMetrics {
  if (node.shape === 'start') return { width: START_DOT, height: START_DOT, title: [], note: [], cells: 0 }
  const room = width - reserved(node) + 0.5
  const title = wrapText(node.label, 'title', room - entriesWidth(node))
  const note = wrapText(node.note, 'note', room)
  const lines = title.length * TITLE_LINE + note.length * NOTE_LINE
  return {
    width,
    height: Math.max(BARE_HEIGHT, lines + ABOVE_AND_BELOW),
    title,
    note,
    cells: node.shape === 'queue' ? queueCells(node, width, [...title, ...note]) : 0,
  }
}

function queueCells(node: GraphNode, width: number, lines: readonly string[]): number {
  const widest = Math.max(0, ...lines.map((line, index) => textWidth(line, index === 0 ? 'title' : 'note')))
  const free = width - textInset(node) - widest - NODE_PADDING
  return Math.max(LEAST_CELLS, Math.min(MOST_CELLS, Math.floor(free / CELL_WIDTH)))
}

/** One width for every node of a figure keeps its columns straight. */
export function measureNodes(graph: Graph, width: number): Map<string, NodeMetrics> {
  return new Map(graph.nodes.map((node) => [node.id, measureNode(node, Math.max(width, leastWidth(node)))]))
}
