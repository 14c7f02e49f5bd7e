import { position, type AxisPlan } from './axis-parts'
import type { Label, Line } from './drawing'
import { textWidth, wrapText } from './text-metrics'

export type InstantParts = { lines: Line[]; labels: Label[]; height: number }

const ROW = 17
const GAP = 6
const WIDEST_TEXT = 200

/** Moments across all lanes: a dashed upright with its words on top, in rows where they would meet. */
export function instantParts(marks: readonly { at: number; says: string }[], plan: AxisPlan): InstantParts {
  const rows: { left: number; right: number }[][] = []
  const placed = [...marks]
    .sort((a, b) => a.at - b.at)
    .map(({ at, says }, index) => {
      const x = position(plan, at)
      const lines = wrapText(says, 'strong', Math.min(WIDEST_TEXT, plan.right - plan.left))
      const width = Math.max(...lines.map((line) => textWidth(line, 'strong')))
      const leftward = x + GAP + width > plan.right
      const left = leftward ? Math.max(0, x - GAP - width) : x + GAP
      const span = { left: Math.min(left, x) - GAP, right: Math.max(left + width, x) + GAP }
      let row = 0
      const free = (candidate: number) =>
        !(rows[candidate] ?? []).some((other) => other.left < span.right && span.left < other.right)
      while (!lines.every((_, offset) => free(row + offset))) row += 1
      for (const offset of lines.keys()) rows[row + offset] = [...(rows[row + offset] ?? []), span]
      return { x, lines, left, row, index, leftward }
    })
  const labels = placed.flatMap(({ lines, left, row, index }) =>
    lines.map((text, at): Label => ({
      id: `instant-${index}-${at}`,
      x: left,
      y: (row + at) * ROW + 12,
      text,
      role: 'strong',
      anchor: 'start',
      tone: 'plain',
      knockout: true,
    })),
  )
  const lines = placed.map(({ x, row, index }): Line => ({
    id: `instant-${index}`,
    kind: 'instant',
    tone: 'plain',
    points: [
      { x, y: row * ROW },
      { x, y: row * ROW },
    ],
    hops: [],
    end: 'none',
    touches: [],
  }))
  return { lines, labels, height: rows.length * ROW }
}
