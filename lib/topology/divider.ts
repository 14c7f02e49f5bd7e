import type { Label, Line, Point, Rect } from './drawing'
import type { Graph } from './graph'
import type { Placement } from './placement'
import { boundsOf, isHorizontal, segmentsOf } from './segments'
import { textWidth } from './text-metrics'

export type DividerParts = { lines: Line[]; labels: Label[] }

const WORDS_APART = 12
const WORDS_LINE = 20
const PLACE_STEP = 4

function sides(graph: Graph, placement: Placement): { before: Rect; after: Rect } | undefined {
  const rects = (later: boolean) =>
    graph.nodes.filter((node) => node.later === later).flatMap((node) => placement.nodes.get(node.id) ?? [])
  const before = rects(false)
  const after = rects(true)
  return before.length === 0 || after.length === 0 ? undefined : { before: boundsOf(before), after: boundsOf(after) }
}

/** The place between two limits that is furthest from any line that runs alongside. */
function quietest(from: number, to: number, taken: readonly number[]): number {
  const stops = [from, ...taken.filter((at) => at > from && at < to), to].sort((a, b) => a - b)
  let best = { at: Math.round((from + to) / 2), room: 0 }
  for (let index = 1; index < stops.length; index += 1) {
    const a = stops[index - 1] ?? from
    const b = stops[index] ?? to
    if (b - a > best.room) best = { at: Math.round((a + b) / 2), room: b - a }
  }
  return best.at
}

function line(points: Point[]): Line {
  return { id: 'divider', kind: 'divider', tone: 'quiet', points, hops: [], end: 'none', touches: [] }
}

function words(id: string, text: string, x: number, y: number, anchor: 'start' | 'end'): Label {
  return { id: `divider-${id}`, x, y, text, role: 'hand', anchor, tone: 'quiet', knockout: true }
}

export function dividerParts(graph: Graph, placement: Placement, edges: readonly Line[], width: number): DividerParts {
  const parts = sides(graph, placement)
  const { divider } = graph
  if (divider === undefined || parts === undefined) return { lines: [], labels: [] }
  const { before, after } = parts
  const segments = edges.flatMap((edge) => segmentsOf(edge.points))
  if (before.x + before.width < after.x) {
    const upright = segments.filter((segment) => !isHorizontal(segment)).map((segment) => segment.a.x)
    const x = quietest(before.x + before.width, after.x, upright)
    const bottom = Math.max(before.y + before.height, after.y + after.height)
    return {
      lines: [
        line([
          { x, y: 0 },
          { x, y: bottom },
        ]),
      ],
      labels: [
        words('before', divider.before, x - WORDS_APART, 14, 'end'),
        words('after', divider.after, x + WORDS_APART, 14, 'start'),
      ],
    }
  }
  const level = segments.filter(isHorizontal).map((segment) => segment.a.y)
  const y = quietest(before.y + before.height, after.y, level)
  const crossings = segments.filter((segment) => !isHorizontal(segment)).map((segment) => segment.a.x)
  const room = Math.max(textWidth(divider.before, 'hand'), textWidth(divider.after, 'hand')) + WORDS_APART
  const isFree = (right: number) => !crossings.some((at) => at > right - room && at < right + WORDS_APART / 2)
  const places = Array.from({ length: Math.floor((width - room) / PLACE_STEP) + 1 }, (_, index) => width - index * PLACE_STEP)
  const right = places.find(isFree) ?? width
  return {
    lines: [
      line([
        { x: 0, y },
        { x: width, y },
      ]),
    ],
    labels: [
      words('before', divider.before, right, y - 8, 'end'),
      words('after', divider.after, right, y + WORDS_LINE - 2, 'end'),
    ],
  }
}

/** The words above an upright divider need a row of their own. */
export const DIVIDER_ROOM = 32
