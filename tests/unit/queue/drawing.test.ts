import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawCharts } from '@/components/islands/broker-queue/chart-drawing'
import type { Box } from '@/components/islands/broker-queue/drawing'
import { layoutsOf } from '@/components/islands/broker-queue/layout'
import { placeDots } from '@/components/islands/broker-queue/places'
import { describeFrame, tallyOf } from '@/components/islands/broker-queue/words'
import { chartsOf } from '@/lib/queue/summary'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { frameOf, MAX_DOTS } from '@/lib/queue/frame'
import { configOf } from '@/lib/queue/workloads'
import { action, quiet, stoppedAt } from './small-run'
import { randomConfig } from './random-config'

describe('the drawing of a moment', () => {
  it('has a place inside itself for everything, in both of its shapes', () => {
    fc.assert(
      fc.property(randomConfig, fc.boolean(), (config, tall) => {
        const layout = layoutsOf(config)[tall ? 'tall' : 'wide']
        const { callers, api, backlog, outbox, broker, lanes, second, workers, dependency, retry, dead } = layout
        const boxes = [callers, api, backlog, outbox, broker, ...lanes, second, ...workers, dependency, retry, dead]
        for (const box of boxes.filter((it): it is Box => it !== null)) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(layout.width)
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height)
        }
        const sim = startSimulation(config)
        const progress = advance(sim, 1_000_000)
        const placed = placeDots(frameOf(sim, progress), layout)
        expect(placed.length).toBeLessThanOrEqual(MAX_DOTS)
        for (const { x, y } of placed) {
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(layout.width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(layout.height)
        }
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('puts what waits on RabbitMQ into the queue that is drawn', () => {
    const config = quiet({ messages: 20 })
    const sim = startSimulation(config)
    const frame = frameOf(sim, advance(sim, 30_000))
    const layout = layoutsOf(config).wide
    const [lane] = layout.lanes
    const waiting = placeDots(frame, layout).filter(({ dot }) => dot.place === 'ready')
    expect(waiting.length).toBe(tallyOf(frame).ready)
    expect(waiting.length).toBeGreaterThan(10)
    for (const { x } of waiting) expect(x).toBeGreaterThan(lane!.x)
  })

  it('names partitions beyond sixteen as more, and draws sixteen', () => {
    const layout = layoutsOf(configOf({ broker: 'kafka', partitions: 40 })).wide
    expect(layout.lanes).toHaveLength(16)
    expect(layout.hiddenLanes).toBe(24)
  })

  it('says in a sentence what it shows', () => {
    const settings = { messages: 3, failPermille: 1000, attempts: 1, actions: [action('kill', 1_000_000)] }
    const text = describeFrame(frameOf(stoppedAt(settings, 2_000_000), 'running'))
    expect(text).toBe(
      '1.00 s: 0 of 32 API threads busy, 0 in the queue, 3 dead letters, 0 of 1 workers busy, 1 gone or hanging, 0 done.',
    )
  })
})

describe('the charts of a run', () => {
  const sim = startSimulation(configOf({ messages: 3000, failPermille: 300, attempts: 2 }))
  advance(sim, Infinity)
  const charts = chartsOf(sim.series)

  it('have 600 points at most, and as few as asked for', () => {
    for (const most of [600, 150, 10])
      for (const { lines } of drawCharts(charts, sim.now, most))
        for (const { path } of lines) expect(path.split('L').length - 1).toBeLessThanOrEqual(most)
  })

  it('stay inside their frame and name their peak', () => {
    for (const { lines, peak, title } of drawCharts(charts, sim.now, 600)) {
      expect(peak, title).toBeGreaterThan(0)
      for (const { path } of lines)
        for (const [, x, y] of path.matchAll(/L([\d.-]+) ([\d.-]+)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(300)
          expect(Number(y)).toBeGreaterThanOrEqual(0)
          expect(Number(y)).toBeLessThanOrEqual(84)
        }
    }
  })

  it('draw faults only where there are any', () => {
    const names = drawCharts(charts, sim.now, 600).flatMap((it) => it.lines.map((line) => line.name))
    expect(names).toContain('dead letters')
    expect(names).not.toContain('refused')
  })
})
