import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenBucket } from '@/lib/lifecycle/token-bucket'

const SECOND = 1_000_000

const arrivals = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 200 }).map((gaps) =>
  gaps.map(
    (
      (now) => (gap: number) =>
        (now += gap)
    )(0),
  ),
)

describe('the token bucket', () => {
  it('accepts no more than burst plus rate times time in any window whatever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 50 }), arrivals, (rate, burst, times) => {
        const bucket = createTokenBucket(rate, burst)
        const accepted = times.filter((at) => bucket.take(at))
        accepted.forEach((from, first) =>
          accepted
            .slice(first)
            .forEach((to, more) => expect(more + 1).toBeLessThanOrEqual(burst + (rate * (to - from)) / SECOND)),
        )
      }),
      { seed: 6, numRuns: 150 },
    )
  })

  it('accepts a whole burst at once and then one per interval, to the microsecond', () => {
    const bucket = createTokenBucket(10, 3)
    expect([0, 0, 0, 0].map((at) => bucket.take(at))).toEqual([true, true, true, false])
    expect(bucket.take(99_999)).toBe(false)
    expect(bucket.take(100_000)).toBe(true)
    expect(bucket.take(100_001)).toBe(false)
  })

  it('tells the truth in Retry-After: that many seconds later there is a token', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), arrivals, (rate, times) => {
        const bucket = createTokenBucket(rate, 2)
        const refusedAt = times.find((at) => !bucket.take(at))
        if (refusedAt === undefined) return
        expect(bucket.take(refusedAt + bucket.secondsUntilToken() * SECOND)).toBe(true)
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it('never holds more than its size, however long nobody asks', () => {
    const bucket = createTokenBucket(1_000, 5)
    expect(bucket.take(3_600 * SECOND)).toBe(true)
    expect(bucket.whole()).toBe(4)
  })
})
