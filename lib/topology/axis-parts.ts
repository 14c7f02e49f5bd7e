import type { Label, Line } from './drawing'
import { scaleTicks, withUnit } from './scale-ticks'
import { textWidth } from './text-metrics'

export type Axis = { lines: Line[]; labels: Label[] }

export type AxisPlan = { from: number; to: number; left: number; right: number; y: number; unit: string }

const TICK = 5
const LABEL_DROP = 19

export function position(plan: AxisPlan, value: number): number {
  const { from, to, left, right } = plan
  return Math.round(left + ((value - from) / (to - from)) * (right - left))
}

/** Ticks and their numbers below a field; the last number carries the unit and nothing sticks out at either side. */
export function axisParts(plan: AxisPlan, wanted: number): Axis {
  const { y, unit, left, right } = plan
  const ticks = scaleTicks(plan.from, plan.to, wanted)
  const lines: Line[] = [axisLine('axis', left, y, right, y)]
  const labels: Label[] = []
  for (const [index, tick] of ticks.entries()) {
    const x = position(plan, tick.value)
    const isLast = index === ticks.length - 1
    const text = isLast ? withUnit(tick.value, unit) : tick.text
    const half = textWidth(text, 'tick') / 2
    const anchor = x + half > right ? 'end' : x - half < left ? 'start' : 'middle'
    lines.push(axisLine(`tick-${index}`, x, y, x, y + TICK))
    labels.push({ id: `tick-${index}`, x, y: y + LABEL_DROP, text, role: 'tick', anchor, tone: 'plain' })
  }
  return { lines, labels: withoutCollisions(labels) }
}

function axisLine(id: string, x1: number, y1: number, x2: number, y2: number): Line {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]
  return { id, kind: 'axis', tone: 'quiet', points, hops: [], end: 'none', touches: [] }
}

/** The last label carries the unit, so it stays and its neighbour goes. */
function withoutCollisions(labels: readonly Label[]): Label[] {
  const span = ({ x, text, anchor }: Label) => {
    const width = textWidth(text, 'tick')
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    return { left, right: left + width }
  }
  const kept: Label[] = []
  for (const label of [...labels].reverse()) {
    const next = kept[0]
    if (next === undefined || span(label).right + 4 < span(next).left) kept.unshift(label)
  }
  return kept
}

export const AXIS_HEIGHT = 24
