import { describe, expect, it } from 'vitest'
import { describeStep, formatMicros } from '@/lib/lifecycle/describe'
import { describeTrace } from '@/lib/lifecycle/describe-trace'
import { stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed, scenarios, words } from './shipped-content'

describe('the text equivalent', () => {
  it('says of each step where it is, when, and how it ended', () => {
    const { spans } = followRequest(scenarioNamed('cold-read'))
    const steps = stepsOf(spans)
    const texts = steps.map((step, index) => describeStep(step, index, steps.length, words))
    expect(texts[0]).toBe(`Step 1 of ${steps.length}, 0 µs: stage 1, Client begins.`)
    expect(texts.find((text) => text.includes('Cache, lookup ends'))).toMatch(
      /^Step \d+ of \d+, [\d.]+ ms: stage 11, Cache, lookup ends after \d+ µs: not there\.$/,
    )
    for (const text of texts) expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  it('says of work after the commit that the response does not wait', () => {
    const steps = stepsOf(followRequest(scenarioNamed('accepted-write')).spans)
    const at = steps.findIndex(({ isAsync }) => isAsync)
    expect(describeStep(steps[at]!, at, steps.length, words)).toContain(
      'Outbox and publish, publishing begins (after the commit; the response does not wait).',
    )
  })

  it('sums a trace up: status, reason, who stated it, where the time went', () => {
    const text = describeTrace(followRequest(scenarioNamed('slow-database')), words).join(' ')
    expect(text).toMatch(
      /^Status 504 after \d+ ms, stated by Controller: the last allowed attempt at the query ran into its timeout\. The time went to Database query 450 ms \(77%\), waiting before the next attempt [\d.]+ ms \(\d+%\), the wires 40\.0 ms \(7%\), all else [\d.]+ ms \(\d+%\)\.$/,
    )
  })

  it('names no more than three places where the time went, and shares that come to a whole', () => {
    for (const scenario of scenarios) {
      const [, spent = ''] = describeTrace(followRequest(scenario), words)
      const shares = [...spent.matchAll(/\((\d+)%\)/g)].map(([, share]) => Number(share))
      expect(shares.length).toBeLessThanOrEqual(4)
      // Each is rounded on its own.
      expect(Math.abs(shares.reduce((sum, it) => sum + it, 0) - 100)).toBeLessThanOrEqual(2)
    }
  })

  it('gives times in the unit that suits them', () => {
    expect([0, 999, 1_000, 99_949, 100_000, 9_999_499, 12_340_000].map(formatMicros)).toEqual([
      '0 µs',
      '999 µs',
      '1.0 ms',
      '99.9 ms',
      '100 ms',
      '9999 ms',
      '12.3 s',
    ])
  })
})
