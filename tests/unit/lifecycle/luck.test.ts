import { describe, expect, it } from 'vitest'
import { fullJitter, luckOf, memoryless, narrow, sampleAt, shareAt, wide } from '@/lib/lifecycle/luck'

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

describe('the quantile tables', () => {
  it('have the mean of their distribution', () => {
    expect(mean(narrow)).toBeCloseTo(Math.exp(0.25 ** 2 / 2), 3)
    expect(mean(wide)).toBeCloseTo(Math.exp(0.6 ** 2 / 2), 2)
    expect(mean(memoryless)).toBeCloseTo(1, 9)
  })

  it('have the percentiles of the log-normal: the median, and one standard normal unit above it', () => {
    expect(wide[2048]).toBeCloseTo(1, 3)
    expect(wide[Math.round(0.841345 * 4096)]).toBeCloseTo(Math.exp(0.6), 2)
    expect(memoryless[2047]).toBeCloseTo(Math.log(2), 3)
  })

  it('ascend', () => {
    for (const table of [narrow, wide, memoryless]) expect([...table]).toEqual([...table].sort((a, b) => a - b))
  })
})

describe('luck', () => {
  it('is even over requests and over places', () => {
    const counts = new Array<number>(10).fill(0)
    for (let index = 0; index < 2_000; index += 1) {
      for (let place = 0; place < 30; place += 1) counts[Math.floor(shareAt(luckOf(3, index), place) * 10)]! += 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 6_000) ** 2 / 6_000, 0)
    expect(chiSquare).toBeLessThan(21.7) // 99th percentile with 9 degrees of freedom
  })

  it('of one place says nothing about another, of one seed nothing about the next', () => {
    let places = 0
    let seeds = 0
    const n = 20_000
    for (let index = 0; index < n; index += 1) {
      const here = shareAt(luckOf(1, index), 0) - 0.5
      places += here * (shareAt(luckOf(1, index), 1) - 0.5)
      seeds += here * (shareAt(luckOf(2, index), 0) - 0.5)
    }
    // Three standard errors of a correlation of nothing.
    expect(Math.abs((places * 12) / n)).toBeLessThan(3 / Math.sqrt(n))
    expect(Math.abs((seeds * 12) / n)).toBeLessThan(3 / Math.sqrt(n))
  })

  it('makes whole microseconds', () => {
    for (let index = 0; index < 500; index += 1)
      expect(Number.isSafeInteger(sampleAt(luckOf(5, index), 2, wide, 9_000))).toBe(true)
  })
})

describe('full jitter', () => {
  it('lies between nothing and a ceiling that doubles up to the cap, and has half of it as its mean', () => {
    for (const [attempt, ceiling] of [
      [1, 100],
      [2, 200],
      [3, 400],
      [4, 500],
    ] as const) {
      const waits = Array.from({ length: 4_000 }, (_, index) => fullJitter(luckOf(1, index), 4, attempt, 100, 500))
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...waits)).toBeLessThanOrEqual(ceiling)
      expect(Math.abs(mean(waits) - ceiling / 2)).toBeLessThan(ceiling * 0.02)
    }
  })
})
