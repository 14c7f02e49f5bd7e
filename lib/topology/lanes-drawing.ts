import { AXIS_HEIGHT, axisParts, position, type AxisPlan } from './axis-parts'
import type { Box, Drawing, Label, Line, Point, Tone } from './drawing'
import type { LanesFigure, Span } from './figure-data'
import { instantParts } from './lane-instants'
import { textWidth, wrapText } from './text-metrics'

const SPAN_HEIGHT = 22
const SPAN_PADDING = 6
const CROSS_ROOM = 14
const ABOVE_LINE = 15
const LANE_GAP = 24
const LABEL_SHARE = 0.24

type Placed = { span: Span; index: number; row: number }

/** Spans of one lane that overlap in time get rows of their own. */
function intoRows(spans: readonly Span[]): Placed[] {
  const ends: number[] = []
  return spans.map((span, index) => {
    let row = ends.findIndex((end) => end <= span.from)
    if (row === -1) row = ends.length
    ends[row] = span.to
    return { span, index, row }
  })
}

function inner(span: Span, plan: AxisPlan): { x: number; width: number; room: number } {
  const x = position(plan, span.from)
  const width = Math.max(3, position(plan, span.to) - x)
  return { x, width, room: width - SPAN_PADDING * 2 - (span.style === 'fault' ? CROSS_ROOM : 0) }
}

type LaneParts = { boxes: Box[]; labels: Label[]; crosses: Point[]; height: number; guides: number[] }

function roleOf(span: Span): 'strong' | 'tick' {
  return span.style === 'mark' ? 'strong' : 'tick'
}

/** Texts that do not fit into their span stand above it, in as many lines as it takes to keep them apart. */
function textsAbove(
  placed: readonly Placed[],
  plan: AxisPlan,
): Map<number, { x: number; anchor: 'start' | 'end'; level: number }> {
  const levels: { left: number; right: number }[][] = []
  const found = new Map<number, { x: number; anchor: 'start' | 'end'; level: number }>()
  for (const { span, index } of placed) {
    const width = textWidth(span.says, roleOf(span))
    const { x, room, width: boxWidth } = inner(span, plan)
    if (width <= room) continue
    const overflows = x + width > plan.right
    const left = overflows ? Math.max(plan.left, x + boxWidth - width) : x
    const reach = { left: left - 6, right: left + width + 6 }
    let level = levels.findIndex((taken) => !taken.some((other) => other.left < reach.right && reach.left < other.right))
    if (level === -1) level = levels.length
    levels[level] = [...(levels[level] ?? []), reach]
    found.set(index, { x: left, anchor: 'start', level })
  }
  return found
}

function laneParts(name: string, spans: readonly Span[], plan: AxisPlan, top: number): LaneParts {
  const placed = intoRows(spans)
  const above = textsAbove(placed, plan)
  const levels = Math.max(0, ...[...above.values()].map(({ level }) => level + 1))
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  const parts: LaneParts = {
    boxes: [],
    labels: [],
    crosses: [],
    height: levels * ABOVE_LINE + rows * (SPAN_HEIGHT + 4) - 4,
    guides: [],
  }
  const rowTop = (row: number) => top + levels * ABOVE_LINE + row * (SPAN_HEIGHT + 4)
  for (let row = 0; row < rows; row += 1) parts.guides.push(rowTop(row) + SPAN_HEIGHT / 2)
  for (const { span, index, row } of placed) {
    const { x, width } = inner(span, plan)
    const y = rowTop(row)
    const id = `${name}-span-${index}`
    const style = span.style ?? 'busy'
    const fault = style === 'fault'
    const tone: Tone = fault ? 'fault' : style === 'mark' ? 'mark' : 'plain'
    parts.boxes.push({ id, shape: style === 'wait' ? 'wait' : 'span', tone, x, y, width, height: SPAN_HEIGHT })
    const outside = above.get(index)
    const text = { id: `${id}-text`, text: span.says, role: roleOf(span), tone }
    if (outside === undefined) {
      const shift = fault ? CROSS_ROOM / 2 : 0
      parts.labels.push({ ...text, x: x + width / 2 + shift, y: y + 15, anchor: 'middle', inside: id })
      if (fault) parts.crosses.push({ x: Math.round(x + width / 2 + shift - textWidth(span.says, 'tick') / 2) - 9, y: y + 11 })
    } else {
      const baseline = top + (levels - outside.level) * ABOVE_LINE - 4
      parts.labels.push({
        ...text,
        x: outside.x,
        y: baseline,
        anchor: outside.anchor,
        tone: fault ? 'fault' : 'plain',
        knockout: true,
      })
      if (fault) parts.crosses.push({ x: Math.round(x + width / 2), y: y + 11 })
    }
  }
  return parts
}

export function drawLanes(figure: LanesFigure, width: number, portrait: boolean): Drawing {
  const longest = Math.max(...figure.lanes.map((lane) => textWidth(lane.label, 'note')))
  const labelWidth = portrait ? width : Math.ceil(Math.min(longest, width * LABEL_SHARE))
  const left = portrait ? 0 : labelWidth + 16
  const times = [
    ...figure.lanes.flatMap((lane) => lane.spans.flatMap((span) => [span.from, span.to])),
    ...(figure.marks ?? []).map((mark) => mark.at),
  ]
  const from = Math.min(0, ...times)
  const plan: AxisPlan = { from, to: Math.max(...times, from + 1), left, right: width, y: 0, unit: figure.unit }
  const instants = instantParts(figure.marks ?? [], plan)
  const boxes: Box[] = []
  const labels: Label[] = [...instants.labels]
  const lines: Line[] = []
  const crosses: Point[] = []
  let y = instants.height + 4
  for (const [index, lane] of figure.lanes.entries()) {
    const name = `lane-${index}`
    const lineTexts = wrapText(lane.label, 'note', labelWidth + 0.5)
    if (portrait) y += lineTexts.length * ABOVE_LINE + 2
    const parts = laneParts(name, lane.spans, plan, y)
    const textHeight = lineTexts.length * ABOVE_LINE
    const middle = (parts.guides[0] ?? y) + 4
    const firstLine = portrait ? y - textHeight + 9 : middle - ((lineTexts.length - 1) * ABOVE_LINE) / 2
    labels.push(
      ...lineTexts.map((text, at): Label => ({
        id: `${name}-label-${at}`,
        x: 0,
        y: firstLine + at * ABOVE_LINE,
        text,
        role: 'note',
        anchor: 'start',
        tone: 'plain',
        knockout: portrait,
      })),
    )
    lines.push(
      ...parts.guides.map((at, row): Line => ({
        id: `${name}-guide-${row}`,
        kind: 'guide',
        tone: 'quiet',
        points: [
          { x: left, y: at },
          { x: width, y: at },
        ],
        hops: [],
        end: 'none',
        touches: [],
      })),
    )
    boxes.push(...parts.boxes)
    labels.push(...parts.labels)
    crosses.push(...parts.crosses)
    y += Math.max(parts.height, portrait ? 0 : textHeight) + (portrait ? 14 : LANE_GAP)
  }
  const axisY = y - (portrait ? 2 : 6)
  const axis = axisParts({ ...plan, y: axisY }, portrait ? 5 : 7)
  const markLines = instants.lines.map((line) => ({
    ...line,
    points: [line.points[0] ?? { x: 0, y: 0 }, { x: line.points[0]?.x ?? 0, y: axisY }],
  }))
  return {
    width,
    height: axisY + AXIS_HEIGHT,
    boxes,
    lines: [...lines, ...axis.lines, ...markLines],
    labels: [...labels, ...axis.labels],
    badges: [],
    dots: [],
    crosses,
  }
}
