import { childrenOf, durationOf, type Span } from './span'

export type WaterfallRow =
  | { readonly kind: 'span'; readonly span: Span; readonly depth: number }
  | {
      readonly kind: 'fold'
      readonly spans: readonly Span[]
      readonly start: number
      readonly end: number
      readonly depth: number
    }

const SHARE_TO_STAY = 100
const calm = new Set(['ok', 'reused', 'hit', 'miss', 'bypass'])

/**
 * The trace in reading order. Neighbours that each take under 1% of the response fold into one row, unless the reader has unfolded
 * them; a failure never hides in a fold.
 */
export function waterfallRows(spans: readonly Span[], responseMicros: number, isFolding = true): WaterfallRow[] {
  return rowsUnder(childrenOf(null, spans), 0, spans, isFolding ? responseMicros : 0)
}

function rowsUnder(siblings: readonly Span[], depth: number, spans: readonly Span[], total: number): WaterfallRow[] {
  const rows: WaterfallRow[] = []
  let small: Span[] = []
  const flush = (): void => {
    if (small.length > 1) rows.push({ kind: 'fold', spans: small, start: small[0]!.start, end: small.at(-1)!.end, depth })
    else for (const span of small) rows.push({ kind: 'span', span, depth })
    small = []
  }
  for (const span of siblings) {
    const children = childrenOf(span.id, spans)
    if (children.length === 0 && calm.has(span.outcome) && durationOf(span) * SHARE_TO_STAY < total) {
      small.push(span)
      continue
    }
    flush()
    rows.push({ kind: 'span', span, depth }, ...rowsUnder(children, depth + 1, spans, total))
  }
  flush()
  return rows
}
