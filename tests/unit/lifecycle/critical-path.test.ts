import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalPath, selfTimes } from '@/lib/lifecycle/critical-path'
import type { Span } from '@/lib/lifecycle/span'

const span = (id: number, parent: number | null, start: number, end: number, follows: number | null = null): Span => ({
  id,
  parent,
  follows,
  stage: 'controller',
  part: 'whole',
  attempt: 1,
  start,
  end,
  outcome: 'ok',
})

/** Any tree in which children lie inside their parents, side by side or overlapping. */
const trees = fc
  .array(fc.record({ parent: fc.nat(), from: fc.nat({ max: 1_000 }), to: fc.nat({ max: 1_000 }) }), { maxLength: 30 })
  .map((drafts) =>
    drafts.reduce<Span[]>(
      (spans, draft) => {
        const parent = spans[draft.parent % spans.length]!
        const length = parent.end - parent.start
        const [low, high] = [Math.min(draft.from, draft.to), Math.max(draft.from, draft.to)]
        spans.push(
          span(
            spans.length,
            parent.id,
            parent.start + Math.floor((length * low) / 1_000),
            parent.start + Math.floor((length * high) / 1_000),
          ),
        )
        return spans
      },
      [span(0, null, 0, 1_000_000)],
    ),
  )

describe('the critical path', () => {
  it('goes through the child that ended last, and through its parent where none was open', () => {
    const spans = [span(0, null, 0, 100), span(1, 0, 10, 40), span(2, 0, 10, 60), span(3, 0, 70, 90)]
    expect(criticalPath(spans)).toEqual([
      { span: 0, start: 0, end: 10 },
      { span: 2, start: 10, end: 60 },
      { span: 0, start: 60, end: 70 },
      { span: 3, start: 70, end: 90 },
      { span: 0, start: 90, end: 100 },
    ])
  })

  it('covers any tree without gap or overlap, each section inside its span', () => {
    fc.assert(
      fc.property(trees, (spans) => {
        const sections = criticalPath(spans)
        expect(sections[0]!.start).toBe(0)
        expect(sections.at(-1)!.end).toBe(1_000_000)
        sections.slice(1).forEach(({ start }, at) => expect(start).toBe(sections[at]!.end))
        for (const { span: id, start, end } of sections) expect(spans[id]!.start <= start && end <= spans[id]!.end).toBe(true)
      }),
      { seed: 10, numRuns: 300 },
    )
  })

  it('leaves out what only follows', () => {
    const spans = [span(0, null, 0, 100), span(1, null, 50, 500, 0)]
    expect(criticalPath(spans)).toEqual([{ span: 0, start: 0, end: 100 }])
  })

  it('is empty without a request', () => {
    expect(criticalPath([])).toEqual([])
  })
})

describe('self time', () => {
  it('is what no child covers, overlapping children counted once', () => {
    expect(selfTimes([span(0, null, 0, 100), span(1, 0, 10, 40), span(2, 0, 30, 60), span(3, 2, 30, 60)])).toEqual([
      50, 30, 0, 30,
    ])
  })

  it('is never negative', () => {
    fc.assert(
      fc.property(trees, (spans) => {
        expect(Math.min(...selfTimes(spans))).toBeGreaterThanOrEqual(0)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
