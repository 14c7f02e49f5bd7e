import { comparedValue } from './bars-drawing'
import type { BarsFigure, FigureData, LanesFigure, NodeKind } from './figure-data'
import { withUnit } from './scale-ticks'

// The same figure in words: what a screen reader hears, what a text mirror prints, what stands beside the drawing.

export type NumberedLine = {
  number: number
  from: string
  to: string
  says: string
  tone: 'plain' | 'mark' | 'fault'
  way: string
}

export type FigureTable = { head: readonly string[]; rows: readonly (readonly string[])[] }

export type FigureText = {
  description: string
  /** What the numbers in the drawing mean. */
  numbered: readonly NumberedLine[]
  /** The values of a drawing to scale. */
  table: FigureTable | undefined
}

const kindNames: Record<NodeKind, string> = {
  service: 'service',
  store: 'store',
  queue: 'queue',
  worker: 'worker',
  external: 'external system',
  actor: 'person or client',
}

const ways = { call: 'call', async: 'asynchronous', fault: 'fails', reply: 'reply' } as const

type Arrow = { from: string; to: string; says: string; style?: keyof typeof ways | undefined; mark?: boolean | undefined }

function numberedLines(arrows: readonly Arrow[], parts: readonly { id: string; label: string }[]): NumberedLine[] {
  const nameOf = (id: string) => parts.find((part) => part.id === id)?.label ?? id
  return arrows.map((arrow, index) => ({
    number: index + 1,
    from: nameOf(arrow.from),
    to: nameOf(arrow.to),
    says: arrow.says,
    tone: arrow.style === 'fault' ? 'fault' : arrow.mark === true ? 'mark' : 'plain',
    way: ways[arrow.style ?? 'call'],
  }))
}

function sentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

function count(amount: number, one: string): string {
  return `${amount} ${one}${amount === 1 ? '' : 's'}`
}

export function figureText(figure: FigureData): FigureText {
  switch (figure.kind) {
    case 'topology': {
      const inside = (figure.boundaries ?? []).map((boundary) => {
        const members = figure.nodes.filter((node) => node.in === boundary.id).map((node) => node.label)
        return `Inside the boundary “${boundary.label}”: ${sentence(members)}.`
      })
      const parts = figure.nodes.map(
        (node) => `${node.label} (${kindNames[node.kind]}${node.note === undefined ? '' : `: ${node.note}`})`,
      )
      return {
        description:
          `Parts: ${parts.join('; ')}. ${inside.join(' ')} ${count(figure.edges.length, 'numbered connection')}, explained in the list.`.replace(
            '  ',
            ' ',
          ),
        numbered: numberedLines(figure.edges, figure.nodes),
        table: undefined,
      }
    }
    case 'states': {
      const parts = figure.states.map(
        (state) => `${state.label}${state.start === true ? ' (start)' : ''}${state.note === undefined ? '' : `: ${state.note}`}`,
      )
      return {
        description: `States: ${parts.join('; ')}. ${count(figure.transitions.length, 'numbered transition')}, explained in the list.`,
        numbered: numberedLines(figure.transitions, figure.states),
        table: undefined,
      }
    }
    case 'sequence':
      return {
        description: `Messages in order of time between ${sentence(figure.lanes.map((lane) => lane.label))}. ${count(figure.messages.length, 'message')}, given in the list.`,
        numbered: numberedLines(figure.messages, figure.lanes),
        table: undefined,
      }
    case 'bars':
      return { description: `Bars on one axis in ${figure.unit}. ${figure.source}`, numbered: [], table: barsTable(figure) }
    case 'lanes':
      return {
        description: `Lanes of time in ${figure.unit}: ${sentence(figure.lanes.map((lane) => lane.label))}.`,
        numbered: [],
        table: lanesTable(figure),
      }
  }
}

function barsTable({ rows, unit }: BarsFigure): FigureTable {
  const paired = rows.some((row) => row.before !== undefined || row.after !== undefined)
  const cell = (value: number | undefined, text: string) => (value === undefined ? '' : text)
  return paired
    ? {
        head: ['', 'before', 'after'],
        rows: rows.map((row) => [
          row.label,
          cell(row.before, withUnit(row.before ?? 0, unit)),
          cell(row.after ?? row.value, comparedValue(row.after ?? row.value ?? 0, unit, row.comparator)),
        ]),
      }
    : {
        head: ['', unit],
        rows: rows.map((row) => [row.label, cell(row.value, comparedValue(row.value ?? 0, unit, row.comparator))]),
      }
}

const spanNames = { busy: '', wait: 'waits: ', fault: 'fault: ', mark: '' } as const

function lanesTable({ lanes, marks, unit }: LanesFigure): FigureTable {
  const spans = lanes.flatMap((lane) =>
    lane.spans.map((span) => [
      lane.label,
      withUnit(span.from, unit),
      withUnit(span.to, unit),
      `${spanNames[span.style ?? 'busy']}${span.says}`,
    ]),
  )
  const moments = (marks ?? []).map((mark) => ['all lanes', withUnit(mark.at, unit), '', mark.says])
  return { head: ['lane', 'from', 'to', 'what'], rows: [...spans, ...moments] }
}
