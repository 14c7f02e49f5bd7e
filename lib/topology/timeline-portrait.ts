import { drawingWidths, type Badge, type Box, type Drawing, type Label } from './drawing'
import { badgeWidth } from './number-badges'
import { wrapText } from './text-metrics'
import { guide, intoLanes, range, shapeOf, stretches, toneOf, years, type Engagement } from './timeline-stretches'

const PORTRAIT_MONTH = 4
const PORTRAIT_LANE = 52
const YEAR_COLUMN = 44

/** On a phone time runs down from now; numbers in the bars lead to the list below. */
export function drawTimelinePortrait(engagements: readonly Engagement[], until: string): Drawing {
  const width = drawingWidths.portrait
  const all = stretches(engagements, until)
  const { from, to } = range(all)
  const y = (month: number) => (to - month) * PORTRAIT_MONTH + 6
  const placed = intoLanes(all, (stretch) => ({ from: stretch.from, to: Math.max(stretch.to, stretch.from + 6) }))
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1
  const step = Math.min(PORTRAIT_LANE, Math.floor((width - YEAR_COLUMN) / lanes))
  const left = (lane: number) => YEAR_COLUMN + lane * step
  const boxes = placed.map((stretch): Box => ({
    id: stretch.engagement.id,
    shape: shapeOf(stretch),
    tone: toneOf(stretch),
    href: stretch.engagement.href,
    x: left(stretch.lane),
    y: y(stretch.to),
    width: 26,
    height: Math.max(22, y(stretch.from) - y(stretch.to)),
  }))
  const badges = placed.map((stretch): Badge => ({
    id: `${stretch.engagement.id}-number`,
    text: String(stretch.number),
    x: left(stretch.lane) + 13,
    y: y(stretch.to) + 11,
    width: badgeWidth(String(stretch.number)),
    tone: toneOf(stretch),
    on: stretch.engagement.id,
  }))
  const single = placed.filter(
    (stretch) => !placed.some((other) => other.lane > stretch.lane && other.from < stretch.to && stretch.from < other.to),
  )
  const beside = single.flatMap((stretch) => {
    const x = left(stretch.lane) + 34
    const lines = wrapText(stretch.engagement.title, 'strong', width - x)
    const room = Math.max(22, y(stretch.from) - y(stretch.to))
    return lines.length * 15 > room || width - x < 80
      ? []
      : lines.map((text, at): Label => ({
          id: `${stretch.engagement.id}-${at}`,
          x,
          y: y(stretch.to) + 15 + at * 15,
          text,
          role: 'strong',
          anchor: 'start',
          tone: 'plain',
          knockout: true,
        }))
  })
  const ticks = years(from, to)
  const lines = ticks.map(({ year, month }) => guide(`year-${year}`, 0, y(month), width, y(month)))
  const labels = ticks.map(({ year, month }): Label => ({
    id: `year-${year}`,
    x: 0,
    y: y(month) - 4,
    text: String(year),
    role: 'tick',
    anchor: 'start',
    tone: 'plain',
  }))
  return { width, height: y(from) + 6, boxes, lines, labels: [...labels, ...beside], badges, dots: [], crosses: [] }
}
