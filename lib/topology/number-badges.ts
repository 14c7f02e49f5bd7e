import type { Badge, Line, Point, Rect, Tone } from './drawing'
import { crossing, grown, isHorizontal, overlaps, segmentLength, segmentMeets, segmentsOf, type Segment } from './segments'

// Numbers stand in circles on a straight, free piece of their own line. Lines with little choice are served first.

export type Numbered = { line: Line; text: string; tone: Tone }

export type Obstacles = {
  boxes: readonly Rect[]
  labels: readonly Rect[]
  /** Borders that a circle may cover when there is no better place. */
  soft: readonly Segment[]
}

export const BADGE_HEIGHT = 16
const HEAD_CLEARANCE = 18
const STEP = 2

type Spot = Point & { cost: number }

export function badgeWidth(text: string): number {
  return text.length > 1 ? 20 : BADGE_HEIGHT
}

function around(point: Point, width: number): Rect {
  return { x: point.x - width / 2, y: point.y - BADGE_HEIGHT / 2, width, height: BADGE_HEIGHT }
}

export function badgeRect(badge: Badge): Rect {
  return around(badge, badge.width)
}

/** Every place on the line that is far enough from its ends and corners, the middle of its longest piece first. */
function spotsOn(line: Line, width: number): Spot[] {
  const segments = segmentsOf(line.points)
  const longest = Math.max(...segments.map(segmentLength))
  return segments.flatMap((segment, index) => {
    const reach = (isHorizontal(segment) ? width : BADGE_HEIGHT) / 2 + 2
    const length = segmentLength(segment)
    const last = index === segments.length - 1 && line.end !== 'none'
    const from = reach
    const to = length - (last ? reach + HEAD_CLEARANCE - 8 : reach)
    const spots: Spot[] = []
    const middle = (from + to) / 2
    for (let at = from; at <= to; at += STEP) {
      const share = at / length
      spots.push({
        x: Math.round(segment.a.x + (segment.b.x - segment.a.x) * share),
        y: Math.round(segment.a.y + (segment.b.y - segment.a.y) * share),
        cost: Math.abs(at - middle) + (longest - length) * 0.35,
      })
    }
    return spots
  })
}

function isFree(rect: Rect, own: Line, lines: readonly Line[], obstacles: Obstacles, placed: readonly Rect[]): boolean {
  if (placed.some((other) => overlaps(rect, grown(other, 1)))) return false
  if (obstacles.boxes.some((box) => overlaps(rect, grown(box, 1)))) return false
  if (obstacles.labels.some((label) => overlaps(rect, label))) return false
  return !lines.some((line) => line.id !== own.id && segmentsOf(line.points).some((part) => segmentMeets(part, grown(rect, 1))))
}

function ownCorners(rect: Rect, line: Line): number {
  return segmentsOf(line.points).filter((part) => segmentMeets(part, rect)).length - 1
}

function choose(numbered: Numbered, lines: readonly Line[], obstacles: Obstacles, placed: readonly Rect[]): Spot | undefined {
  const width = badgeWidth(numbered.text)
  let best: Spot | undefined
  for (const spot of spotsOn(numbered.line, width)) {
    if (best !== undefined && spot.cost >= best.cost) continue
    const rect = around(spot, width)
    if (!isFree(rect, numbered.line, lines, obstacles, placed)) continue
    const covered = obstacles.soft.filter((border) => segmentMeets(border, grown(rect, 1))).length
    const cost = spot.cost + covered * 60 + ownCorners(rect, numbered.line) * 30
    if (best === undefined || cost < best.cost) best = { ...spot, cost }
  }
  return best
}

export type PlacedBadges = { badges: Badge[]; unplaced: string[] }

export function placeBadges(numbered: readonly Numbered[], lines: readonly Line[], obstacles: Obstacles): PlacedBadges {
  const freedom = (item: Numbered) => spotsOn(item.line, badgeWidth(item.text)).length
  const inOrder = [...numbered].sort((a, b) => freedom(a) - freedom(b) || a.line.id.localeCompare(b.line.id))
  const result: PlacedBadges = { badges: [], unplaced: [] }
  for (const item of inOrder) {
    const spot = choose(item, lines, obstacles, result.badges.map(badgeRect))
    if (spot === undefined) {
      result.unplaced.push(item.line.id)
      continue
    }
    const { x, y } = spot
    const width = badgeWidth(item.text)
    result.badges.push({ id: `${item.line.id}-number`, text: item.text, x, y, width, tone: item.tone, on: item.line.id })
  }
  result.badges.sort((a, b) => Number(a.text) - Number(b.text))
  return result
}

const HOP = 4

/** A level line jumps over an upright one; near a corner, a head or another jump the crossing stays plain. */
export function withHops(lines: readonly Line[], badges: readonly Badge[]): Line[] {
  return lines.map((line) => {
    const hops = segmentsOf(line.points).flatMap((segment) => hopsOn(segment, line, lines, badges))
    return hops.length === 0 ? line : { ...line, hops }
  })
}

function hopsOn(segment: Segment, line: Line, lines: readonly Line[], badges: readonly Badge[]): Point[] {
  if (!isHorizontal(segment)) return []
  const points = lines
    .filter((other) => other.id !== line.id && other.kind !== 'divider')
    .flatMap((other) => segmentsOf(other.points).map((part) => crossing(segment, part)))
    .filter((point) => point !== undefined)
  const forward = segment.b.x > segment.a.x ? 1 : -1
  points.sort((a, b) => (a.x - b.x) * forward)
  const hops: Point[] = []
  for (const point of points) {
    const last = hops.at(-1)
    if (last !== undefined && Math.abs(last.x - point.x) < 2 * HOP + 1) continue
    const nearEnd = Math.min(Math.abs(point.x - segment.a.x), Math.abs(point.x - segment.b.x)) < HOP + 2
    const covered = badges.some((badge) =>
      overlaps(badgeRect(badge), { x: point.x - HOP, y: point.y - HOP, width: 2 * HOP, height: HOP }),
    )
    if (!nearEnd && !covered) hops.push(point)
  }
  return hops
}
