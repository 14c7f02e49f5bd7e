import type { Point } from './geometry'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Packing extends Size {
  /** The top left corner of each size, in the order they were given. */
  readonly places: readonly Point[]
}

interface Step {
  readonly x: number
  readonly width: number
  readonly y: number
}

/**
 * Puts rectangles side by side without overlap into a sheet of about this shape: the largest first, each at the highest
 * place that holds it, so that single tables fill what the connected parts leave free.
 */
export function packRectangles(sizes: readonly Size[], gap: number, aspectRatio: number): Packing {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const sheet = Math.max(Math.sqrt(area * aspectRatio), ...sizes.map(({ width }) => width + gap))
  const places = new Array<Point>(sizes.length).fill({ x: 0, y: 0 })
  const order = sizes.map((_, position) => position).sort((a, b) => areaOf(sizes[b]) - areaOf(sizes[a]) || a - b)
  let skyline: readonly Step[] = [{ x: 0, width: sheet, y: 0 }]
  for (const position of order) {
    const size = sizes[position]
    if (!size) continue
    const wanted = { width: size.width + gap, height: size.height + gap }
    const place = highestPlace(skyline, wanted.width, sheet)
    places[position] = place
    skyline = raised(skyline, place.x, wanted.width, place.y + wanted.height)
  }
  const ends = sizes.map((size, position) => ({
    x: (places[position]?.x ?? 0) + size.width,
    y: (places[position]?.y ?? 0) + size.height,
  }))
  return { places, width: Math.max(0, ...ends.map(({ x }) => x)), height: Math.max(0, ...ends.map(({ y }) => y)) }
}

const areaOf = (size: Size | undefined): number => (size ? size.width * size.height : 0)

function highestPlace(skyline: readonly Step[], width: number, sheet: number): Point {
  let best: Point = { x: 0, y: Infinity }
  for (const { x } of skyline) {
    if (x > 0 && x + width > sheet) break
    const y = Math.max(...skyline.filter((step) => step.x < x + width && step.x + step.width > x).map((step) => step.y))
    if (y < best.y) best = { x, y }
  }
  return best
}

function raised(skyline: readonly Step[], from: number, width: number, y: number): Step[] {
  const end = from + width
  const before = skyline.flatMap((step) => (step.x < from ? [{ ...step, width: Math.min(step.width, from - step.x) }] : []))
  const after = skyline.flatMap((step) => {
    const stepEnd = step.x + step.width
    return stepEnd > end ? [{ ...step, x: Math.max(step.x, end), width: stepEnd - Math.max(step.x, end) }] : []
  })
  return [...before, { x: from, width, y }, ...after]
}
