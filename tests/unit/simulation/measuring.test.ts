import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTraceHash, hashText } from '@/lib/simulation/hash'
import { percentileOf, percentiles, samplesNeeded } from '@/lib/simulation/percentile'
import { seededRandom } from '@/lib/simulation/random'
import { batchMeans, createHistogram, mean, variance } from '@/lib/simulation/statistics'

describe('percentiles', () => {
  it('are the nearest rank of the sorted samples', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 400 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (list, percent) => {
          const sorted = Float64Array.from(list).sort()
          const rank = Math.min(list.length, Math.max(1, Math.ceil((percent * list.length) / 100 - 1e-6)))
          expect(percentileOf(Int32Array.from(list), percent)).toBe(sorted[rank - 1])
        },
      ),
      { seed: 1, numRuns: 1000 },
    )
  })

  it('leave the samples as they are and name their count', () => {
    const samples = Float64Array.from({ length: 1000 }, (_, at) => 1000 - at)
    expect(percentiles(samples, [50, 99])).toEqual([
      { percent: 50, value: 500, samples: 1000 },
      { percent: 99, value: 990, samples: 1000 },
    ])
    expect(samples[0]).toBe(1000)
  })

  it('are not shown where too few samples lie beyond them', () => {
    expect([50, 95, 99, 99.9].map(samplesNeeded)).toEqual([10, 100, 500, 5000])
    expect(percentiles(new Float64Array(499), [99])[0]!.value).toBeNull()
    expect(percentiles(new Float64Array(500), [99])[0]!.value).toBe(0)
    expect(percentileOf(new Float64Array(0), 50)).toBeNaN()
  })
})

describe('the trace hash', () => {
  it('is fixed for a fixed trace', () => {
    const hash = createTraceHash()
    ;[1, 2, 2 ** 40 + 5, -3].forEach((value) => hash.add(value))
    expect(hash.hex()).toMatchInlineSnapshot(`"15ac4f38c4195432"`)
    expect(hashText('ready')).toMatchInlineSnapshot(`"48fccb40901882ff"`)
  })

  it('tells order, high words and neighbours apart', () => {
    const of = (...values: number[]): string => {
      const hash = createTraceHash()
      values.forEach((value) => hash.add(value))
      return hash.hex()
    }
    expect(of(1, 2)).not.toBe(of(2, 1))
    expect(of(2 ** 32 + 1)).not.toBe(of(1))
    expect(new Set(Array.from({ length: 20_000 }, (_, at) => of(at))).size).toBe(20_000)
  })

  it('continues from a snapshot', () => {
    const whole = createTraceHash()
    ;[5, 6, 7].forEach((value) => whole.add(value))
    const half = createTraceHash()
    half.add(5)
    const rest = createTraceHash(half.snapshot())
    ;[6, 7].forEach((value) => rest.add(value))
    expect(rest.hex()).toBe(whole.hex())
  })
})

describe('statistics', () => {
  it('computes mean and unbiased variance', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12)
    expect(mean([])).toBeNaN()
  })

  it('states a standard error by batch means that covers the true mean', () => {
    const random = seededRandom(5)
    const result = batchMeans(Float64Array.from({ length: 20_000 }, () => random.unit()))
    expect(result.batches).toBe(20)
    expect(Math.abs(result.mean - 0.5)).toBeLessThan(3 * result.standardError)
    expect(result.standardError).toBeLessThan(0.005)
  })

  it('reads histogram percentiles within the stated error', () => {
    const random = seededRandom(6)
    const values = Float64Array.from({ length: 20_000 }, () => Math.floor(random.unit() * random.unit() * 1e9))
    const histogram = createHistogram(64)
    values.forEach((value) => histogram.add(value))
    for (const percent of [1, 50, 95, 99, 99.9]) {
      const exact = percentileOf(values, percent)
      expect(Math.abs(histogram.percentile(percent) - exact)).toBeLessThanOrEqual(Math.max(0.5, exact * histogram.relativeError))
    }
    expect(histogram.buckets().reduce((sum, bucket) => sum + bucket.count, 0)).toBe(20_000)
    expect(histogram.count()).toBe(20_000)
  })
})
