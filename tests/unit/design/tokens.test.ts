import { describe, expect, it } from 'vitest'
import { contrast } from '@/lib/design/contrast'
import { colours, textPairs } from '@/lib/design/tokens'

describe('contrast', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
  })

  for (const { text, ground, atLeast } of textPairs)
    for (const theme of ['paper', 'ink'] as const)
      it(`of ${text} on ${ground} in ${theme} is at least ${atLeast}`, () => {
        expect(contrast(colours[text][theme], colours[ground][theme])).toBeGreaterThanOrEqual(atLeast)
      })
})
