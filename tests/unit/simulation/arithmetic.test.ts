import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponential, integerPower } from '@/lib/simulation/arithmetic'
import { naturalLog } from '@/lib/simulation/natural-log'

const relative = (found: number, wanted: number): number => Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-300)

describe('logarithm and exponential by exact arithmetic', () => {
  it('agrees with the engine’s logarithm to fifteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-16, max: 1e15, noNaN: true }), (x) => {
        expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(Math.log(x))))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('agrees with the engine’s exponential to thirteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (x) => {
        expect(relative(exponential(x), Math.exp(x))).toBeLessThan(1e-13)
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  it('answers the edges', () => {
    expect(naturalLog(1)).toBe(0)
    expect(naturalLog(0)).toBe(-Infinity)
    expect(naturalLog(-1)).toBeNaN()
    expect(naturalLog(Infinity)).toBe(Infinity)
    expect(exponential(0)).toBe(1)
    expect(exponential(-1000)).toBe(0)
    expect(exponential(1000)).toBe(Infinity)
    expect(exponential(NaN)).toBeNaN()
  })

  it('raises to whole powers exactly where doubles can', () => {
    expect(integerPower(3, 5)).toBe(243)
    expect(integerPower(0.5, 10)).toBe(1 / 1024)
    expect(integerPower(7, 0)).toBe(1)
  })
})
