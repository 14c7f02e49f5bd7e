import type { Cardinality } from '@/lib/erd/model'
import type { Point } from './geometry'

const BRACKET_LANE = 3
const BRACKET_NEAREST = 4
const RADIUS = 3.5

export interface EdgeEnd {
  /** Where the edge touches the table. */
  readonly at: Point
  /** 1 when the edge leaves to the right, -1 to the left. */
  readonly direction: 1 | -1
  /** Absolute heights of the rows a composite key joins. */
  readonly ticks: readonly number[]
  readonly bracketLane: number
}

/** `|` one, `o` none, `<` many: the exact crow's foot, drawn outward from the table. */
export function endMark(end: EdgeEnd, cardinality: Cardinality['parent'] | Cardinality['child']): string {
  const start = end.ticks.length > 0 ? BRACKET_NEAREST + 3 * BRACKET_LANE : 0
  const x = (distance: number): number => end.at.x + end.direction * (start + distance)
  switch (cardinality) {
    case 'exactly one':
      return bar(x(5), end.at.y) + bar(x(9), end.at.y)
    case 'zero or one':
      return bar(x(5), end.at.y) + circle(x(11), end.at.y)
    case 'zero or many':
      return foot(x(10), x(0), end.at.y) + circle(x(14), end.at.y)
  }
}

function bar(x: number, y: number): string {
  return `M${x} ${y - 4.5}V${y + 4.5}`
}

function circle(x: number, y: number): string {
  return `M${x - RADIUS} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0`
}

function foot(tip: number, table: number, y: number): string {
  return `M${table} ${y - 4.5}L${tip} ${y}L${table} ${y + 4.5}`
}

/** One bracket holds the columns of a composite key together, so that the key is one line. */
export function bracket(end: EdgeEnd): string | null {
  if (end.ticks.length < 2) return null
  const x = end.at.x + end.direction * (BRACKET_NEAREST + end.bracketLane * BRACKET_LANE)
  const ticks = end.ticks.map((y) => `M${end.at.x} ${y}H${x}`).join('')
  return `${ticks}M${x} ${Math.min(...end.ticks, end.at.y)}V${Math.max(...end.ticks, end.at.y)}`
}
