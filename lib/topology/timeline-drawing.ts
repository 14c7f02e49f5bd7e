import { drawingWidths, type Box, type Drawing, type Label } from './drawing'
import { textWidth } from './text-metrics'
import { guide, intoLanes, range, shapeOf, stretches, toneOf, years, type Engagement, type Stretch } from './timeline-stretches'

const BAR = 14
const LANE = 44

/** Titles stand above their bars; a title that would leave the page at the right ends with its bar. */
export function drawTimeline(engagements: readonly Engagement[], until: string): Drawing {
  const width = drawingWidths.wide
  const all = stretches(engagements, until)
  const { from, to } = range(all)
  const x = (month: number) => Math.round(((month - from) / (to - from)) * width)
  const textLeft = (stretch: Stretch) =>
    Math.min(x(stretch.from), width - Math.ceil(textWidth(stretch.engagement.title, 'strong')))
  const placed = intoLanes(all, (stretch) => {
    const left = Math.min(textLeft(stretch), x(stretch.from))
    return { from: left - 5, to: Math.max(x(stretch.to), textLeft(stretch) + textWidth(stretch.engagement.title, 'strong')) + 5 }
  })
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1
  const axisY = lanes * LANE + 8
  const top = (lane: number) => (lanes - 1 - lane) * LANE + 20
  const boxes = placed.map((stretch): Box => ({
    id: stretch.engagement.id,
    shape: shapeOf(stretch),
    tone: toneOf(stretch),
    open: stretch.open,
    href: stretch.engagement.href,
    x: x(stretch.from),
    y: top(stretch.lane),
    width: Math.max(2, x(stretch.to) - x(stretch.from)),
    height: BAR,
  }))
  const titles = placed.map((stretch): Label => ({
    id: `${stretch.engagement.id}-title`,
    x: textLeft(stretch),
    y: top(stretch.lane) - 5,
    text: stretch.engagement.title,
    role: 'strong',
    anchor: 'start',
    tone: 'plain',
    knockout: true,
    href: stretch.engagement.href,
  }))
  const ticks = years(from, to)
  const lines = [
    guide('axis', 0, axisY, width, axisY),
    ...ticks.map(({ year, month }) => guide(`year-${year}`, x(month), 4, x(month), axisY + 5)),
  ]
  const labels = ticks.map(({ year, month }): Label => ({
    id: `year-${year}`,
    x: x(month),
    y: axisY + 19,
    text: String(year),
    role: 'tick',
    anchor: month === from ? 'start' : x(month) > width - 14 ? 'end' : 'middle',
    tone: 'plain',
  }))
  return { width, height: axisY + 24, boxes, lines, labels: [...titles, ...labels], badges: [], dots: [], crosses: [] }
}
