import { describe, expect, it } from 'vitest'
import { waterfallRows } from '@/lib/lifecycle/fold'
import { durationOf } from '@/lib/lifecycle/span'
import { followRequest } from '@/lib/lifecycle/trace'
import { everySingleToggle } from '@/lib/lifecycle/trace-hash'
import { scenarios } from './shipped-content'

const everyTrace = scenarios.flatMap((scenario) => everySingleToggle().map((toggles) => followRequest(scenario, { toggles })))

describe('the waterfall', () => {
  it('shows every span once, in a row of its own or in a fold', () => {
    for (const { spans, responseMicros } of everyTrace) {
      const shown = waterfallRows(spans, responseMicros).flatMap((row) =>
        row.kind === 'span' ? [row.span.id] : row.spans.map(({ id }) => id),
      )
      expect(shown.sort((a, b) => a - b)).toEqual(spans.map(({ id }) => id))
    }
  })

  it('folds only what takes under 1% of the response and has not failed, and never one span alone', () => {
    for (const { spans, responseMicros } of everyTrace) {
      for (const row of waterfallRows(spans, responseMicros)) {
        if (row.kind === 'span') continue
        expect(row.spans.length).toBeGreaterThan(1)
        for (const span of row.spans) {
          expect(durationOf(span) * 100).toBeLessThan(responseMicros)
          expect(['ok', 'reused', 'hit', 'miss', 'bypass']).toContain(span.outcome)
        }
      }
    }
  })

  it('unfolds into one row for each span, in the same order', () => {
    for (const { spans, responseMicros } of everyTrace) {
      const folded = waterfallRows(spans, responseMicros).flatMap((row) => (row.kind === 'span' ? [row.span] : row.spans))
      const unfolded = waterfallRows(spans, responseMicros, false).map((row) => (row.kind === 'span' ? row.span : null))
      expect(unfolded).toEqual(folded)
    }
  })
})
