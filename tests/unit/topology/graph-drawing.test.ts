import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawingWidths, type Drawing } from '@/lib/topology/drawing'
import { drawingFaults } from '@/lib/topology/drawing-faults'
import { drawGraph, type ChosenDrawing } from '@/lib/topology/graph-drawing'
import { statesGraph, topologyGraph, type Graph } from '@/lib/topology/graph'
import { textRoles, type TextRole } from '@/lib/topology/text-metrics'
import * as samples from '@/tests/fixtures/topology/graphs'
import { randomTopology } from '@/tests/fixtures/topology/random-topology'

const pages = [
  { name: 'wide', width: drawingWidths.wide, portrait: false },
  { name: 'prose', width: drawingWidths.prose, portrait: false },
  { name: 'portrait', width: drawingWidths.portrait, portrait: true },
] as const

const graphs: Record<string, Graph> = {
  marketplace: topologyGraph(samples.marketplace),
  utility: topologyGraph(samples.utility),
  learning: topologyGraph(samples.learning),
  small: topologyGraph(samples.small),
  breaker: statesGraph(samples.breaker),
  crowdedBorder: topologyGraph(samples.crowdedBorder),
}

const drawn = new Map<string, Promise<ChosenDrawing>>()

/** Layout takes its time, so each drawing that several tests look at is made once. */
function drawnOnce(name: string, graph: Graph, width: number, portrait: boolean): Promise<ChosenDrawing> {
  const key = `${name} ${width}`
  const drawing = drawn.get(key) ?? drawGraph(graph, width, portrait)
  drawn.set(key, drawing)
  return drawing
}

function isWhole(drawing: Drawing): boolean {
  const numbers = [
    ...drawing.boxes.flatMap((box) => [box.x, box.y, box.width, box.height]),
    ...drawing.lines.flatMap((line) => line.points.flatMap(({ x, y }) => [x, y])),
  ]
  return numbers.every(Number.isInteger)
}

describe.each(Object.entries(graphs))('the %s graph', (name, graph) => {
  it.each(pages)(
    'has no overlap, no line through a foreign node and nothing outside on a $name page',
    async ({ width, portrait }) => {
      const { drawing, faults } = await drawnOnce(name, graph, width, portrait)
      expect(faults).toEqual([])
      expect(drawingFaults(drawing)).toEqual([])
      expect(drawing.width).toBeLessThanOrEqual(width)
    },
  )

  it('draws every node, every edge and every number once', async () => {
    const { drawing } = await drawnOnce(name, graph, drawingWidths.wide, false)
    expect(
      drawing.boxes
        .filter((box) => box.shape !== 'boundary')
        .map((box) => box.id)
        .sort(),
    ).toEqual(graph.nodes.map((node) => node.id).sort())
    expect(drawing.lines.map((line) => line.id).sort()).toEqual(graph.edges.map((edge) => edge.id).sort())
    const numbers = graph.edges.map((edge) => edge.number).filter((number) => number !== '')
    expect(drawing.badges.map((badge) => badge.text)).toEqual(numbers)
  })

  it('comes out the same on every run, in whole pixels', async () => {
    const one = await drawnOnce(name, graph, drawingWidths.prose, false)
    const other = await drawGraph(graph, drawingWidths.prose, false)
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    expect(isWhole(one.drawing)).toBe(true)
  })
})

describe('any graph that the schema allows', () => {
  it('is drawn without a fault on a page and on a phone', async () => {
    await fc.assert(
      fc.asyncProperty(randomTopology, async (figure) => {
        const graph = topologyGraph(figure)
        for (const { width, portrait } of pages) {
          const { faults } = await drawGraph(graph, width, portrait)
          expect(faults).toEqual([])
        }
      }),
      { seed: 20261121, numRuns: 6 },
    )
  })
})

describe('what an edge looks like', () => {
  it('ends in a cross before its target where the call fails', async () => {
    const { drawing } = await drawnOnce('small', topologyGraph(samples.small), drawingWidths.prose, false)
    const fault = drawing.lines.find((line) => line.kind === 'fault')
    const target = drawing.boxes.find((box) => box.id === 'broker')
    const end = fault?.points.at(-1)
    expect(fault?.end).toBe('cross')
    expect(
      end !== undefined &&
        target !== undefined &&
        (end.x < target.x || end.x > target.x + target.width || end.y < target.y || end.y > target.y + target.height),
    ).toBe(true)
  })

  it('meets its own nodes at both ends', async () => {
    const { drawing } = await drawnOnce('marketplace', topologyGraph(samples.marketplace), drawingWidths.wide, false)
    for (const line of drawing.lines.filter((candidate) => candidate.end === 'head')) {
      const ends = [line.points[0], line.points.at(-1)]
      for (const [index, point] of ends.entries()) {
        const box = drawing.boxes.find((candidate) => candidate.id === line.touches[index])
        const onSide =
          box !== undefined &&
          point !== undefined &&
          (point.x === box.x || point.x === box.x + box.width || point.y === box.y || point.y === box.y + box.height)
        expect(onSide, `${line.id} at ${line.touches[index] ?? ''}`).toBe(true)
      }
    }
  })
})

describe('text', () => {
  it('is never drawn smaller than 11 pixels', () => {
    const sizes = Object.keys(textRoles).map((role) => textRoles[role as TextRole].size)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11)
  })
})
