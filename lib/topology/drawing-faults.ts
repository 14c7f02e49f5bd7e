import { labelRect } from './boundary-boxes'
import type { Box, Drawing, Line, Rect } from './drawing'
import { badgeRect } from './number-badges'
import { contains, grown, isHorizontal, overlaps, rectOf, segmentMeets, segmentsOf } from './segments'

// What would make a drawing wrong or hard to read. The layout picks the candidate without faults; the tests insist on it.

const connecting = new Set(['edge', 'async', 'reply', 'fault'])

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]))
}

function isConnection(line: Line): boolean {
  return connecting.has(line.kind)
}

function boxFaults(boxes: readonly Box[]): string[] {
  return pairs(boxes).flatMap(([a, b]) => {
    if (a.within === b.id && b.shape === 'boundary') return contains(b, a) ? [] : [`${a.id} leaves its boundary ${b.id}`]
    if (b.within === a.id && a.shape === 'boundary') return contains(a, b) ? [] : [`${b.id} leaves its boundary ${a.id}`]
    return overlaps(a, b) ? [`${a.id} and ${b.id} overlap`] : []
  })
}

function lineFaults(lines: readonly Line[], boxes: readonly Box[]): string[] {
  const solid = boxes.filter((box) => box.shape !== 'boundary' && box.shape !== 'wait')
  return lines.filter(isConnection).flatMap((line) =>
    segmentsOf(line.points).flatMap((segment) => {
      if (segment.a.x !== segment.b.x && segment.a.y !== segment.b.y) return [`${line.id} is not orthogonal`]
      const through = solid.filter((box) => segmentMeets(segment, line.touches.includes(box.id) ? grown(box, -1) : grown(box, 1)))
      return through.map((box) => `${line.id} runs through ${box.id}`)
    }),
  )
}

/** Two lines on one track can't be told apart; only the common part of a trunk may be shared. */
function trackFaults(lines: readonly Line[]): string[] {
  return pairs(lines.filter(isConnection)).flatMap(([a, b]) => {
    if (a.trunk !== undefined && a.trunk === b.trunk) return []
    const shared = segmentsOf(a.points).some((one) =>
      segmentsOf(b.points).some(
        (other) =>
          isHorizontal(one) === isHorizontal(other) &&
          overlaps(thick(rectOf(one), isHorizontal(one)), thick(rectOf(other), isHorizontal(other))),
      ),
    )
    return shared ? [`${a.id} and ${b.id} share a track`] : []
  })
}

function thick(rect: Rect, horizontal: boolean): Rect {
  return horizontal ? { ...rect, y: rect.y - 1.5, height: 3 } : { ...rect, x: rect.x - 1.5, width: 3 }
}

function labelFaults(drawing: Drawing): string[] {
  const { boxes, labels, lines } = drawing
  const crossing = lines.filter(isConnection).flatMap((line) => segmentsOf(line.points).map((segment) => ({ line, segment })))
  const alone = labels.flatMap((label) => {
    const rect = labelRect(label)
    const home = boxes.find((box) => box.id === label.inside)
    if (home !== undefined && !contains(grown(home, 0.5), rect)) return [`"${label.text}" leaves ${home.id}`]
    const hit = boxes.filter((box) => box.id !== label.inside && box.shape !== 'boundary' && overlaps(rect, box))
    const crossed = crossing.filter(({ segment }) => segmentMeets(segment, rect))
    return [
      ...hit.map((box) => `"${label.text}" lies on ${box.id}`),
      ...(home === undefined ? crossed.map(({ line }) => `${line.id} runs through "${label.text}"`) : []),
    ]
  })
  const together = pairs(labels)
    .filter(([a, b]) => overlaps(labelRect(a), labelRect(b)))
    .map(([a, b]) => `"${a.text}" and "${b.text}" overlap`)
  return [...alone, ...together]
}

function badgeFaults({ badges, boxes, labels, lines }: Drawing): string[] {
  const numbers = badges.flatMap((badge) => {
    const rect = badgeRect(badge)
    const onBox = boxes.filter((box) => box.shape !== 'boundary' && overlaps(rect, box))
    const onText = labels.filter((label) => overlaps(rect, labelRect(label)))
    const onLine = lines.filter(
      (line) => isConnection(line) && line.id !== badge.on && segmentsOf(line.points).some((part) => segmentMeets(part, rect)),
    )
    return [
      ...onBox.map((box) => `number ${badge.text} lies on ${box.id}`),
      ...onText.map((label) => `number ${badge.text} lies on "${label.text}"`),
      ...onLine.map((line) => `number ${badge.text} lies on ${line.id}`),
    ]
  })
  const together = pairs(badges).filter(([a, b]) => overlaps(badgeRect(a), badgeRect(b)))
  return [...numbers, ...together.map(([a, b]) => `numbers ${a.text} and ${b.text} overlap`)]
}

function frameFaults({ width, height, boxes, labels, lines, badges }: Drawing): string[] {
  const frame = { x: 0, y: 0, width, height }
  const parts = [
    ...boxes.map((box) => ({ name: box.id, rect: box as Rect })),
    ...labels.map((label) => ({ name: `"${label.text}"`, rect: labelRect({ ...label, knockout: false }) })),
    ...badges.map((badge) => ({ name: `number ${badge.text}`, rect: badgeRect(badge) })),
    ...lines.flatMap((line) => segmentsOf(line.points).map((segment) => ({ name: line.id, rect: rectOf(segment) }))),
  ]
  return parts.filter(({ rect }) => !contains(grown(frame, 0.5), rect)).map(({ name }) => `${name} leaves the drawing`)
}

export function drawingFaults(drawing: Drawing): string[] {
  return [
    ...boxFaults(drawing.boxes),
    ...lineFaults(drawing.lines, drawing.boxes),
    ...trackFaults(drawing.lines),
    ...labelFaults(drawing),
    ...badgeFaults(drawing),
    ...frameFaults(drawing),
  ]
}
