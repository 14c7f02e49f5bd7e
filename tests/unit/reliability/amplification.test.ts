import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amplify, mostAttempts, parseLayers } from '@/lib/reliability/amplification'

const layers = fc.array(
  fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/), attempts: fc.integer({ min: 1, max: mostAttempts }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

describe('retries of stacked layers', () => {
  it('multiply', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const product = all.reduce((calls, it) => calls * it.attempts, 1)
        expect(amplify(all).at(-1)?.callsAtWorst).toBe(product)
      }),
      { seed: 1 },
    )
  })

  it('read back as they are written', () => {
    fc.assert(
      fc.property(layers, (all) => {
        expect(parseLayers(all.map((it) => `${it.name} ${it.attempts}`).join(', '))).toEqual(all)
      }),
      { seed: 2 },
    )
  })

  it.each(['', 'user', 'user two', 'user 0', 'user 11', 'user 2, , queue 3', 'user -1'])('%j says nothing', (text) => {
    expect(parseLayers(text)).toBeUndefined()
  })
})
