import fc from 'fast-check'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/lib/simulation/random'

const draws = (seed: number, count: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('the seeded generator', () => {
  it('gives the same stream for the same seed, and these very numbers', () => {
    expect(draws(1, 4)).toEqual(draws(1, 4))
    expect(draws(1, 4)).toMatchInlineSnapshot(`
      [
        1125008890,
        2927232,
        2009214392,
        2681765088,
      ]
    `)
  })

  it('is xoroshiro128+ from any state', () => {
    const word = fc.integer({ min: -0x80000000, max: 0x7fffffff })
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), (state) => {
        const [own, reference] = [seededRandom(state), xoroshiro128plusFromState(state)]
        for (let n = 0; n < 20; n += 1) expect(own.next()).toBe(reference.next() >>> 0)
        expect(own.snapshot()).toEqual(reference.getState())
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('gives unlike streams for neighbouring seeds', () => {
    const firsts = new Set(Array.from({ length: 2000 }, (_, seed) => draws(seed, 1)[0]))
    expect(firsts.size).toBe(2000)
    let equalBits = 0
    for (let seed = 0; seed < 2000; seed += 1) {
      const different = (draws(seed, 1)[0]! ^ draws(seed + 1, 1)[0]!) >>> 0
      equalBits += 32 - different.toString(2).replaceAll('0', '').length
    }
    expect(equalBits / 2000).toBeGreaterThan(15.7)
    expect(equalBits / 2000).toBeLessThan(16.3)
  })

  it('continues exactly from a snapshot', () => {
    const random = seededRandom(7)
    for (let n = 0; n < 100; n += 1) random.next()
    const restored = seededRandom(random.snapshot())
    expect(Array.from({ length: 50 }, () => restored.next())).toEqual(Array.from({ length: 50 }, () => random.next()))
  })

  it('forks by label without advancing the parent', () => {
    const random = seededRandom(7)
    const before = random.snapshot()
    const first = random.fork('arrivals').next()
    expect(random.snapshot()).toEqual(before)
    expect(random.fork('arrivals').next()).toBe(first)
    expect(random.fork('service').next()).not.toBe(first)
  })

  it('draws integers below n evenly', () => {
    const random = seededRandom(3)
    const counts = new Array<number>(6).fill(0)
    for (let n = 0; n < 60_000; n += 1) counts[random.below(6)]! += 1
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(15.1) // 99th percentile with 5 degrees of freedom
  })

  it('draws units in [0, 1) with mean one half and variance one twelfth', () => {
    const random = seededRandom(11)
    let sum = 0
    let squares = 0
    let outside = 0
    for (let n = 0; n < 200_000; n += 1) {
      const unit = random.unit()
      if (unit < 0 || unit >= 1) outside += 1
      sum += unit
      squares += unit * unit
    }
    expect(outside).toBe(0)
    expect(sum / 200_000).toBeCloseTo(0.5, 2)
    expect(squares / 200_000 - 0.25).toBeCloseTo(1 / 12, 2)
  })
})
