import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '@/lib/topology/text-metrics'
import { axisEnd, formatNumber, scaleTicks, withUnit } from '@/lib/topology/scale-ticks'

describe('text', () => {
  it('is as wide as the browser sets it in Archivo', () => {
    // 105.609375 px in Chromium at 13 px, weight 600, kerning off; with kerning 105.34375.
    expect(textWidth('Payment provider', 'title')).toBeCloseTo(105.61, 1)
  })

  it('wraps inside the width it is given, and loses nothing but spaces', () => {
    const word = fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom(...'abcdefghimnorstw/-.') })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.integer({ min: 40, max: 200 }), (words, width) => {
        const lines = wrapText(words.join(' '), 'note', width)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
        for (const line of lines) expect(textWidth(line, 'note')).toBeLessThanOrEqual(width)
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('leaves no single word on a second line when two even lines are possible', () => {
    expect(wrapText('one two three four', 'note', textWidth('one two three', 'note') + 1)).toEqual(['one two', 'three four'])
  })
})

describe('an axis', () => {
  it('has round steps', () => {
    expect(scaleTicks(0, 40, 6).map((tick) => tick.value)).toEqual([0, 10, 20, 30, 40])
    expect(scaleTicks(0, 0.3, 4).map((tick) => tick.text)).toEqual(['0', '0.1', '0.2', '0.3'])
    expect(scaleTicks(0, 1400, 7).map((tick) => tick.text)).toEqual(['0', '200', '400', '600', '800', '1,000', '1,200', '1,400'])
  })

  it('ends at or after the greatest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (value) => {
        expect(axisEnd(value, 5)).toBeGreaterThanOrEqual(value * (1 - 1e-6))
        expect(axisEnd(value, 5)).toBeLessThanOrEqual(value * 3)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('writes numbers with a true minus and a unit where it belongs', () => {
    expect(formatNumber(-68)).toBe('−68')
    expect([withUnit(12, 'ms'), withUnit(0.1, '%')]).toEqual(['12 ms', '0.1%'])
  })
})
