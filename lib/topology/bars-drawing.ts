import { AXIS_HEIGHT, axisParts, position, type AxisPlan } from './axis-parts'
import type { Box, Drawing, Label } from './drawing'
import type { BarRow, BarsFigure, Comparator } from './figure-data'
import { axisEnd, withUnit } from './scale-ticks'
import { textWidth, wrapText } from './text-metrics'

const BAR = 11
const BETWEEN_BARS = 3
const LABEL_LINE = 15
const VALUE_GAP = 8
const ROW_GAP = 20
const LABEL_SHARE = 0.3

type Bar = { value: number; text: string; shape: 'before' | 'after' | 'value'; marked: boolean }

export function comparedValue(value: number, unit: string, comparator: Comparator | undefined): string {
  const text = withUnit(value, unit)
  return comparator === undefined || comparator === 'exactly' ? text : `${comparator} ${text}`
}

function barsOf(row: BarRow, unit: string): Bar[] {
  const bars: Bar[] = []
  if (row.before !== undefined) bars.push({ value: row.before, text: withUnit(row.before, unit), shape: 'before', marked: false })
  if (row.after !== undefined)
    bars.push({ value: row.after, text: comparedValue(row.after, unit, row.comparator), shape: 'after', marked: true })
  if (row.value !== undefined) {
    bars.push({
      value: row.value,
      text: comparedValue(row.value, unit, row.comparator),
      shape: 'value',
      marked: row.mark ?? false,
    })
  }
  return bars
}

export function drawBars(figure: BarsFigure, width: number, portrait: boolean): Drawing {
  const longest = Math.max(...figure.rows.map((row) => textWidth(row.label, 'note')))
  const labelWidth = portrait ? width : Math.ceil(Math.min(longest, width * LABEL_SHARE))
  const left = portrait ? 0 : labelWidth + 16
  const all = figure.rows.map((row) => ({
    row,
    bars: barsOf(row, figure.unit),
    lines: wrapText(row.label, 'note', labelWidth + 0.5),
  }))
  const greatest = Math.max(...all.flatMap(({ bars }) => bars.map((bar) => bar.value)), 0)
  const wanted = portrait ? 4 : 6
  const to = axisEnd(greatest > 0 ? greatest : 1, wanted)
  const right = Math.min(...all.flatMap(({ bars }) => bars.map((bar) => roomFor(bar, to, left, width))), width)
  const plan: AxisPlan = { from: 0, to, left, right, y: 0, unit: figure.unit }
  const boxes: Box[] = []
  const labels: Label[] = []
  let y = 2
  for (const [index, { bars, lines }] of all.entries()) {
    const barsHeight = bars.length * (BAR + BETWEEN_BARS) - BETWEEN_BARS
    const textHeight = lines.length * LABEL_LINE
    const barsTop = portrait ? y + textHeight + 4 : y + Math.max(0, Math.round((textHeight - barsHeight) / 2))
    const textTop = portrait ? y : y + Math.max(0, Math.round((barsHeight - textHeight) / 2))
    labels.push(
      ...lines.map((text, at): Label => ({
        id: `row-${index}-${at}`,
        x: 0,
        y: textTop + 11.5 + at * LABEL_LINE,
        text,
        role: 'note',
        anchor: 'start',
        tone: 'plain',
      })),
    )
    for (const [at, bar] of bars.entries()) {
      const top = barsTop + at * (BAR + BETWEEN_BARS)
      const end = bar.value === 0 ? left : Math.max(position(plan, bar.value), left + 3)
      const tone = bar.marked ? 'mark' : 'plain'
      boxes.push({ id: `bar-${index}-${at}`, shape: bar.shape, tone, x: left, y: top, width: end - left, height: BAR })
      labels.push({
        id: `value-${index}-${at}`,
        x: end + VALUE_GAP,
        y: top + 9.5,
        text: bar.text,
        role: bar.shape === 'before' ? 'tick' : 'strong',
        anchor: 'start',
        tone: 'plain',
      })
    }
    y = Math.max(barsTop + barsHeight, textTop + textHeight) + ROW_GAP
  }
  const axis = axisParts({ ...plan, y: y - 8 }, wanted)
  return {
    width,
    height: y - 8 + AXIS_HEIGHT,
    boxes,
    lines: axis.lines,
    labels: [...labels, ...axis.labels],
    badges: [],
    dots: [],
    crosses: [],
  }
}

/** How far right the axis may end, so that the bar's own number still finds room behind it. */
function roomFor(bar: Bar, to: number, left: number, width: number): number {
  const text = textWidth(bar.text, 'strong') + VALUE_GAP + 1
  const share = bar.value / to
  return share === 0 ? width : Math.floor(left + (width - text - left) / share)
}
