import { describe, expect, it } from 'vitest'
import { drawFigure } from '@/lib/topology/draw-figure'
import type { SequenceFigure } from '@/lib/topology/figure-data'
import { builds, lostAnswer, race } from '@/tests/fixtures/topology/others'

describe('drawing a figure', () => {
  it.each([lostAnswer, race, builds])('finds nothing wrong with a good $kind', async (figure) => {
    expect((await drawFigure(figure, 'prose')).faults).toEqual([])
  })

  it('reports what cannot be drawn well instead of staying silent', async () => {
    const crowded: SequenceFigure = {
      ...lostAnswer,
      lanes: Array.from({ length: 12 }, (_, index) => ({ id: `lane${index}`, label: 'Authorisation service' })),
      messages: [{ from: 'lane0', to: 'lane1', says: 'hello' }],
    }
    const { faults } = await drawFigure(crowded, 'prose')
    expect(faults.some((fault) => fault.startsWith('portrait: '))).toBe(true)
  })
})
