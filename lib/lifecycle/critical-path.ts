import { childrenOf, durationOf, type Span } from './span'

/** A stretch of the response time and the span that alone accounts for it. */
export type Section = { readonly span: number; readonly start: number; readonly end: number }

/**
 * Walks back from the end of the response: whichever child ended last held it up, and what no child covers is the span's own. The
 * sections touch one another, so they sum to the response time by construction, parallel children or not.
 */
export function criticalPath(spans: readonly Span[]): Section[] {
  const root = spans.find((span) => span.parent === null && span.follows === null)
  if (!root) return []
  const sections: Section[] = []
  walkBack(root, root.start, root.end, spans, sections)
  return sections.reverse()
}

function walkBack(span: Span, from: number, to: number, spans: readonly Span[], sections: Section[]): void {
  let cursor = to
  const latestFirst = childrenOf(span.id, spans).sort((a, b) => b.end - a.end || b.id - a.id)
  for (const child of latestFirst) {
    const end = Math.min(child.end, cursor)
    const start = Math.max(child.start, from)
    if (start >= end) continue
    if (end < cursor) sections.push({ span: span.id, start: end, end: cursor })
    walkBack(child, start, end, spans, sections)
    cursor = start
  }
  if (cursor > from) sections.push({ span: span.id, start: from, end: cursor })
}

/** By span id: the time in which none of its children was open. */
export function selfTimes(spans: readonly Span[]): number[] {
  return spans.map((span) => durationOf(span) - coveredBy(childrenOf(span.id, spans)))
}

function coveredBy(children: readonly Span[]): number {
  let covered = 0
  let reached = -Infinity
  for (const { start, end } of [...children].sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return covered
}
