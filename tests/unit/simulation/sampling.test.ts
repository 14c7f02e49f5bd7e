import { describe, expect, it } from 'vitest'
import { logNormalMicros, standardNormal } from '@/lib/simulation/log-normal'
import { seededRandom, type Random } from '@/lib/simulation/random'
import { exponentialMicros, fixedMicros, happens, uniformMicros } from '@/lib/simulation/sampling'
import { mean, variance } from '@/lib/simulation/statistics'

const sample = (draw: (random: Random) => number, count = 200_000): Float64Array => {
  const random = seededRandom(42)
  return Float64Array.from({ length: count }, () => draw(random))
}

// Kolmogorov-Smirnov distance times sqrt(n); 1.63 is passed by chance once in a hundred.
const distance = (samples: Float64Array, cumulative: (x: number) => number): number => {
  const sorted = samples.slice().sort()
  let worst = 0
  sorted.forEach((x, at) => {
    worst = Math.max(worst, Math.abs(cumulative(x) - at / sorted.length), Math.abs(cumulative(x) - (at + 1) / sorted.length))
  })
  return worst * Math.sqrt(sorted.length)
}

describe('samplers in whole microseconds', () => {
  it('draws exponential times with the mean, the variance and the shape of the law', () => {
    const times = sample((random) => exponentialMicros(random, 1e9))
    expect(mean(times) / 1e9).toBeCloseTo(1, 2)
    expect(variance(times) / 1e18).toBeCloseTo(1, 1)
    expect(distance(times, (x) => 1 - Math.exp(-x / 1e9))).toBeLessThan(1.63)
    expect(times.every(Number.isInteger)).toBe(true)
  })

  it('draws log-normal times around the median', () => {
    const times = sample((random) => logNormalMicros(random, 1e6, 0.5))
    expect(times.filter((time) => time < 1e6).length / times.length).toBeCloseTo(0.5, 2)
    expect(mean(times) / (1e6 * Math.exp(0.125))).toBeCloseTo(1, 2)
  })

  it('draws standard normals', () => {
    const values = sample(standardNormal)
    expect(mean(values)).toBeCloseTo(0, 2)
    expect(variance(values)).toBeCloseTo(1, 1)
  })

  it('draws uniform times with both ends included', () => {
    const times = sample((random) => uniformMicros(random, 10, 13), 10_000)
    expect([...new Set(times)].sort()).toEqual([10, 11, 12, 13])
    expect(uniformMicros(seededRandom(1), 5, 5)).toBe(5)
  })

  it('never goes below zero and rounds a fixed time', () => {
    expect(fixedMicros(-3)).toBe(0)
    expect(fixedMicros(2.5)).toBe(3)
  })

  it('lets an event happen with its probability', () => {
    expect(mean(sample((random) => (happens(random, 0.3) ? 1 : 0)))).toBeCloseTo(0.3, 2)
  })
})
