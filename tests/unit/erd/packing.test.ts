import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectedParts } from '@/lib/erd/layout/components'
import { drawnParts } from '@/lib/erd/layout/drawn-references'
import { packRectangles } from '@/lib/erd/layout/pack'
import { countOverlaps } from '@/lib/erd/layout/quality'
import { modelOf } from './read-for-test'

const size = fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) })

describe('packing', () => {
  it('lets nothing overlap, keeps the gap, and says how large the sheet is', () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), (sizes) => {
        const { places, width, height } = packRectangles(sizes, 10, 1.5)
        const boxes = sizes.map((it, at) => ({ ...it, x: places[at]?.x ?? Number.NaN, y: places[at]?.y ?? Number.NaN }))
        expect(countOverlaps(boxes.map((it) => ({ ...it, width: it.width + 9, height: it.height + 9 })))).toBe(0)
        for (const it of boxes)
          expect([it.x >= 0, it.y >= 0, it.x + it.width <= width, it.y + it.height <= height]).not.toContain(false)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('fills the place beside a tall part before it begins below it', () => {
    const { places, height } = packRectangles(
      [{ width: 200, height: 800 }, ...new Array<{ width: number; height: number }>(6).fill({ width: 150, height: 100 })],
      10,
      1,
    )
    expect(height).toBe(800)
    expect(places.slice(1).every(({ x }) => x > 200)).toBe(true)
  })

  it('of nothing is an empty sheet', () => {
    expect(packRectangles([], 10, 1.5)).toEqual({ places: [], width: 0, height: 0 })
  })
})

describe('the parts of a schema', () => {
  it('are what lines join, and every lone table', async () => {
    const model = await modelOf(
      'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE lone (id int); CREATE TABLE b (a int REFERENCES a); CREATE TABLE me (id int PRIMARY KEY, up int REFERENCES me); CREATE TABLE c (a int REFERENCES a);',
    )
    const { tables, edges } = drawnParts(model, [])
    const parts = connectedParts(
      tables.map(({ id }) => id),
      edges,
    )
    expect(parts.map((part) => [part.tables, part.references.length])).toEqual([
      [['a', 'b', 'c'], 2],
      [['lone'], 0],
      [['me'], 1],
    ])
  })
})
