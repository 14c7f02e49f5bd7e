import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawBars } from '@/lib/topology/bars-drawing'
import { drawingWidths, type Drawing } from '@/lib/topology/drawing'
import { drawingFaults } from '@/lib/topology/drawing-faults'
import { drawLanes } from '@/lib/topology/lanes-drawing'
import { drawSequence } from '@/lib/topology/sequence-drawing'
import type { LanesFigure } from '@/lib/topology/figure-data'
import { builds, lostAnswer, race } from '@/tests/fixtures/topology/others'

const pages = [
  { name: 'wide', width: drawingWidths.wide, portrait: false },
  { name: 'prose', width: drawingWidths.prose, portrait: false },
  { name: 'portrait', width: drawingWidths.portrait, portrait: true },
] as const

const boxOf = (drawing: Drawing, id: string) => {
  const box = drawing.boxes.find((candidate) => candidate.id === id)
  if (box === undefined) throw new Error(`no box ${id}`)
  return box
}

describe.each(pages)('on a $name page', ({ width, portrait }) => {
  it('a sequence keeps its texts apart and inside', () => {
    expect(drawingFaults(drawSequence(lostAnswer, width, portrait).drawing)).toEqual([])
  })

  it('lanes keep their texts apart and inside', () => {
    expect(drawingFaults(drawLanes(race, width, portrait))).toEqual([])
  })

  it('bars keep their texts apart and inside', () => {
    expect(drawingFaults(drawBars(builds, width, portrait))).toEqual([])
  })
})

describe('bars', () => {
  const drawing = drawBars(builds, drawingWidths.prose, false)

  it('share one axis: twice the value is twice the length', () => {
    const eight = boxOf(drawing, 'bar-0-0').width
    const forty = boxOf(drawing, 'bar-1-0').width
    expect(Math.abs(forty / eight - 5)).toBeLessThan(0.05)
  })

  it('start at zero, so nothing is as long as nothing', () => {
    expect(boxOf(drawing, 'bar-3-0').width).toBe(0)
  })

  it('stand hollow before and filled after', () => {
    expect([boxOf(drawing, 'bar-0-0').shape, boxOf(drawing, 'bar-0-1').shape]).toEqual(['before', 'after'])
  })

  it('print the comparator with the number', () => {
    expect(drawing.labels.map((label) => label.text)).toContain('under 6 s')
  })
})

describe('a sequence', () => {
  it('spells its messages out on a page and leaves them to the list on a phone', () => {
    expect(drawSequence(lostAnswer, drawingWidths.prose, false).spelledOut).toBe(true)
    expect(drawSequence(lostAnswer, drawingWidths.portrait, true).spelledOut).toBe(false)
  })

  it('lets a lost message end in a cross before it arrives', () => {
    const { drawing } = drawSequence(lostAnswer, drawingWidths.prose, false)
    const lost = drawing.lines.find((line) => line.kind === 'fault')
    const client = drawing.lines.find((line) => line.id === 'life-client')
    expect(lost?.end).toBe('cross')
    expect(lost?.points.at(-1)?.x).toBeGreaterThan(client?.points[0]?.x ?? Number.NaN)
  })

  it('runs downwards in the order of the messages', () => {
    const { drawing } = drawSequence(lostAnswer, drawingWidths.prose, false)
    const heights = drawing.lines.filter((line) => line.id.startsWith('m')).map((line) => line.points[0]?.y ?? 0)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  })
})

describe('lanes', () => {
  it('draw spans that overlap in time in rows of their own', () => {
    const drawing = drawLanes(race, drawingWidths.prose, false)
    expect(boxOf(drawing, 'lane-2-span-0').y).not.toBe(boxOf(drawing, 'lane-2-span-1').y)
  })

  it('put a cross on every fault', () => {
    expect(drawLanes(race, drawingWidths.prose, false).crosses).toHaveLength(2)
  })

  it('stay readable whatever the times are', () => {
    const span = fc.tuple(
      fc.nat(900),
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom('reads', 'waits for the row', 'writes and commits'),
    )
    const lane = fc.array(span, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(lane, { minLength: 1, maxLength: 4 }), (lanes) => {
        const figure: LanesFigure = {
          kind: 'lanes',
          caption: 'Random spans.',
          unit: 'ms',
          lanes: lanes.map((spans, index) => ({
            label: `Lane ${index}`,
            spans: spans.map(([from, length, says]) => ({ from, to: from + length, says })),
          })),
        }
        for (const { width, portrait } of pages) expect(drawingFaults(drawLanes(figure, width, portrait))).toEqual([])
      }),
      { seed: 7, numRuns: 40 },
    )
  })
})
