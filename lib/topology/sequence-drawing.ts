import type { Badge, Box, Drawing, Label, Line, Tone } from './drawing'
import type { SequenceFigure, SequenceMessage } from './figure-data'
import { badgeWidth } from './number-badges'
import { textWidth, widestWord, wrapText } from './text-metrics'

const LINE_HEIGHT = 15
const NUMBER_FROM_LIFELINE = 20
const TEXT_FROM_NUMBER = 34
const TEXT_FROM_HEAD = 12
const TEXT_ABOVE = 9
const LOOP = { width: 26, height: 20 }
const LOST_BEFORE = 26

type HeadRole = 'title' | 'strong'

type Column = { id: string; x: number; width: number; lines: readonly string[] }

/** Heads are set smaller where a word would have to be broken. */
function headRole(figure: SequenceFigure, room: number): HeadRole {
  return figure.lanes.some((lane) => widestWord(lane.label, 'title') > room) ? 'strong' : 'title'
}

function columns(figure: SequenceFigure, width: number, padding: number, role: HeadRole): Column[] {
  const count = figure.lanes.length
  const most = headRoom(figure, width, padding)
  const drawn = figure.lanes.map((lane) => ({ id: lane.id, lines: wrapText(lane.label, role, most) }))
  const headWidths = drawn.map(({ lines }) => Math.max(56, ...lines.map((line) => Math.ceil(textWidth(line, role)) + padding)))
  const first = (headWidths[0] ?? 0) / 2
  const last = width - (headWidths.at(-1) ?? 0) / 2
  return drawn.map(({ id, lines }, index) => ({
    id,
    lines,
    width: headWidths[index] ?? 0,
    x: Math.round(count === 1 ? first : first + ((last - first) * index) / (count - 1)),
  }))
}

function headRoom(figure: SequenceFigure, width: number, padding: number): number {
  return Math.floor(width / figure.lanes.length) - 6 - padding
}

type Row = { message: SequenceMessage; from: Column; to: Column; lines: readonly string[]; textX: number }

function textRoom(from: Column, to: Column, width: number): { x: number; room: number } {
  if (from === to) {
    const right = width - from.x - LOOP.width - 8
    return { x: from.x + LOOP.width + 8, room: right }
  }
  const rightward = to.x > from.x
  const x = Math.min(from.x, to.x) + (rightward ? TEXT_FROM_NUMBER : TEXT_FROM_HEAD)
  return { x, room: Math.abs(to.x - from.x) - TEXT_FROM_NUMBER - TEXT_FROM_HEAD }
}

function rows(figure: SequenceFigure, at: readonly Column[], width: number): Row[] {
  return figure.messages.flatMap((message) => {
    const from = at.find((column) => column.id === message.from)
    const to = at.find((column) => column.id === message.to)
    if (from === undefined || to === undefined) return []
    const { x, room } = textRoom(from, to, width)
    return [{ message, from, to, lines: room < 40 ? [] : wrapText(message.says, 'note', room), textX: x }]
  })
}

/** Texts stand on the lines where each fits in three; else only numbers do, and the list tells the rest. */
function fits(drawn: readonly Row[], portrait: boolean): boolean {
  return drawn.every((row) => row.lines.length > 0 && row.lines.length <= (portrait ? 2 : 3))
}

export type SequenceDrawing = { drawing: Drawing; spelledOut: boolean }

export function drawSequence(figure: SequenceFigure, width: number, portrait: boolean): SequenceDrawing {
  const padding = portrait ? 12 : 20
  const role = headRole(figure, headRoom(figure, width, padding))
  const at = columns(figure, width, padding, role)
  const headHeight = Math.max(...at.map(({ lines }) => lines.length)) * 16 + 16
  const all = rows(figure, at, width)
  const spelledOut = fits(all, portrait)
  const boxes: Box[] = at.map(({ id, x, width: headWidth }) => ({
    id: `lane-${id}`,
    shape: 'head',
    tone: 'plain',
    x: Math.min(Math.round(x - headWidth / 2), width - headWidth),
    y: 0,
    width: headWidth,
    height: headHeight,
  }))
  const labels: Label[] = at.flatMap(({ id, x, lines }) =>
    lines.map((text, index): Label => ({
      id: `lane-${id}-${index}`,
      x,
      y: (headHeight - lines.length * 16) / 2 + 12 + index * 16,
      text,
      role,
      anchor: 'middle',
      tone: 'plain',
      inside: `lane-${id}`,
    })),
  )
  const lines: Line[] = []
  const badges: Badge[] = []
  let y = headHeight + 10
  for (const [index, row] of all.entries()) {
    const textHeight = spelledOut ? row.lines.length * LINE_HEIGHT : 4
    const loops = row.from === row.to
    y += loops ? 24 : textHeight + 18
    const id = `m${index + 1}`
    const line = messageLine(id, row, y)
    lines.push(line)
    badges.push(numberOn(line, row, String(index + 1), spelledOut, y))
    if (spelledOut) labels.push(...messageText(id, row, y))
    if (loops) y += Math.max(LOOP.height, textHeight - 4)
  }
  const height = y + 20
  const lifelines = at.map(({ id, x }): Line => ({
    id: `life-${id}`,
    kind: 'lifeline',
    tone: 'quiet',
    points: [
      { x, y: headHeight },
      { x, y: height },
    ],
    hops: [],
    end: 'none',
    touches: [],
  }))
  return { drawing: { width, height, boxes, lines: [...lifelines, ...lines], labels, badges, dots: [], crosses: [] }, spelledOut }
}

function toneOf(message: SequenceMessage): Tone {
  if (message.style === 'fault') return 'fault'
  return message.mark === true ? 'mark' : 'plain'
}

function messageLine(id: string, { message, from, to }: Row, y: number): Line {
  const style = message.style ?? 'call'
  const forward = Math.sign(to.x - from.x)
  const end = style === 'fault' ? to.x - forward * LOST_BEFORE : to.x
  const loop = [
    { x: from.x, y },
    { x: from.x + LOOP.width, y },
    { x: from.x + LOOP.width, y: y + LOOP.height },
    { x: from.x + (style === 'fault' ? 9 : 0), y: y + LOOP.height },
  ]
  return {
    id,
    kind: style === 'call' ? 'edge' : style,
    tone: toneOf(message),
    points:
      from === to
        ? loop
        : [
            { x: from.x, y },
            { x: end, y },
          ],
    hops: [],
    end: style === 'fault' ? 'cross' : 'head',
    touches: [],
  }
}

function numberOn(line: Line, { from, to }: Row, text: string, spelledOut: boolean, y: number): Badge {
  const width = badgeWidth(text)
  const forward = Math.sign(to.x - from.x)
  const beside = from.x + forward * NUMBER_FROM_LIFELINE
  const middle = Math.round((from.x + to.x) / 2)
  const adjacent = Math.abs(to.x - from.x) < 70
  const x = from === to ? from.x + LOOP.width / 2 : spelledOut || !adjacent ? beside : middle - forward * 4
  return { id: `${line.id}-number`, text, x, y, width, tone: line.tone, on: line.id }
}

function messageText(id: string, row: Row, y: number): Label[] {
  const loops = row.from === row.to
  const first = loops ? y + 4 : y - TEXT_ABOVE - (row.lines.length - 1) * LINE_HEIGHT
  return row.lines.map((text, index): Label => ({
    id: `${id}-text-${index}`,
    x: row.textX,
    y: first + index * LINE_HEIGHT,
    text,
    role: 'note',
    anchor: 'start',
    tone: row.message.style === 'fault' ? 'fault' : 'plain',
    knockout: true,
  }))
}
