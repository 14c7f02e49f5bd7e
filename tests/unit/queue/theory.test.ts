import { describe, expect, it } from 'vitest'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { expectations } from '@/lib/queue/expectations'
import type { QueueConfig } from '@/lib/queue/settings'
import { measure } from '@/lib/queue/measures'
import type { Simulation } from '@/lib/queue/simulation'
import { recorded, type Tape } from '@/lib/queue/tape'
import {
  cobham,
  deadFraction,
  drainSeconds,
  duplicateFraction,
  erlangC,
  feedback,
  md1,
  mm1,
  mm1SojournPercentile,
  mmc,
  mmck,
  mmcWaitPercentile,
  tandem,
} from '@/lib/queue/theory'
import { percentileOf } from '@/lib/simulation/percentile'
import { mean } from '@/lib/simulation/statistics'
import { linesOf, quiet } from './small-run'

const MILLION = 1_000_000

function simulated(settings: Partial<QueueConfig>): Simulation {
  const sim = startSimulation(quiet({ service: 'exponential', seed: 2024, attempts: 1000, ...settings }))
  advance(sim, Infinity)
  return sim
}

const seconds = (tape: Tape): number => mean(recorded(tape)) / 1e6
const percentile = (tape: Tape, percent: number): number => percentileOf(recorded(tape), percent) / 1e6
const off = (found: number, expected: number): number => Math.abs(found / expected - 1)

describe('closed forms by hand', () => {
  it('M/M/1, M/D/1, M/M/c and Erlang C give the textbook values', () => {
    expect(mm1(8, 0.1)!.sojourn).toBeCloseTo(0.5, 12)
    expect(mm1(8, 0.1)!.inSystem).toBeCloseTo(4, 12)
    expect(md1(8, 0.1)!.waiting).toBeCloseTo(mm1(8, 0.1)!.waiting / 2, 12)
    expect(erlangC(2, 3)).toBeCloseTo(4 / 9, 12)
    expect(mmc(8, 0.1, 1)!.waiting).toBeCloseTo(mm1(8, 0.1)!.waiting, 12)
    expect(mmck(8, 0.1, 1, 1).blocked).toBeCloseTo(0.8 / 1.8, 12)
    expect(mmck(8, 0.1, 1, 500).waiting).toBeCloseTo(mm1(8, 0.1)!.waiting, 6)
    expect(mm1SojournPercentile(8, 0.1, 50)).toBeCloseTo(0.5 * Math.LN2, 12)
    expect(cobham([4, 4], 0.1)).toEqual([expect.closeTo(0.08 / 0.6, 12), expect.closeTo(0.08 / (0.6 * 0.2), 12)])
    expect(tandem(8, [0.1, 0.05])).toBeCloseTo(0.5 + 0.05 / 0.6, 12)
    expect(deadFraction(0.5, 3)).toBe(0.125)
    expect(duplicateFraction(1, 2)).toBeCloseTo(Math.exp(-2), 12)
    expect(drainSeconds(100, 8, 0.1, 1)).toBeCloseTo(50, 12)
  })

  it('have no steady state at utilisation 1 and above, and say so', () => {
    expect([
      mm1(10, 0.1),
      md1(11, 0.1),
      mmc(20, 0.1, 2),
      mm1SojournPercentile(10, 0.1, 99),
      mmcWaitPercentile(20, 0.1, 2, 99),
      feedback(8, 0.1, 0.2),
      tandem(8, [0.1, 0.2]),
      drainSeconds(5, 10, 0.1, 1),
    ]).toEqual(new Array(8).fill(null))
    expect(cobham([6, 6], 0.1)).toEqual([expect.any(Number), null])
    const [load] = expectations(quiet({ rate: 20 }), measure(startSimulation(quiet({ rate: 20 })))).slice(1)
    expect(load!.expected).toBeNull()
  })
})

describe('a million messages against M/M/1 (λ = 8/s, 1/μ = 100 ms)', () => {
  it('means within 3%, p99 within 6%, Little’s law exactly', () => {
    const sim = simulated({ messages: MILLION, rate: 8 })
    const theory = mm1(8, 0.1)!
    expect(off(seconds(sim.samples.endToEnd), theory.sojourn)).toBeLessThan(0.03)
    expect(off(seconds(sim.samples.wait), theory.waiting)).toBeLessThan(0.03)
    expect(off(measure(sim).insideMean, theory.inSystem)).toBeLessThan(0.03)
    expect(off(measure(sim).utilisation, theory.utilisation)).toBeLessThan(0.03)
    expect(off(percentile(sim.samples.endToEnd, 99), mm1SojournPercentile(8, 0.1, 99)!)).toBeLessThan(0.06)
    const work = sim.stations[1]!
    expect(off(work.insideArea, work.sojournSum)).toBeLessThan(1e-9)
  })

  it('with one worker and one partition the three brokers are the same queue, message for message', () => {
    const [rabbitmq, redis, kafka] = (['rabbitmq', 'redis', 'kafka'] as const).map((broker) =>
      simulated({ broker, messages: 50_000, rate: 8 }),
    )
    expect(recorded(redis!.samples.endToEnd)).toEqual(recorded(rabbitmq!.samples.endToEnd))
    expect(recorded(kafka!.samples.endToEnd)).toEqual(recorded(rabbitmq!.samples.endToEnd))
  })
})

describe('other laws', () => {
  it('M/M/c: a million messages, four workers at 0.8: waits within 5%, p99 within 6%', () => {
    const sim = simulated({ messages: MILLION, rate: 32, workers: 4 })
    expect(off(seconds(sim.samples.wait), mmc(32, 0.1, 4)!.waiting)).toBeLessThan(0.05)
    expect(off(percentile(sim.samples.wait, 99), mmcWaitPercentile(32, 0.1, 4, 99)!)).toBeLessThan(0.06)
    const waited = recorded(sim.samples.wait).filter((wait) => wait > 0).length / MILLION
    expect(off(waited, erlangC(3.2, 4))).toBeLessThan(0.03)
  })

  it('M/D/1: a million messages with fixed service times wait half as long, within 3%', () => {
    const sim = simulated({ messages: MILLION, rate: 8, service: 'fixed' })
    expect(off(seconds(sim.samples.wait), md1(8, 0.1)!.waiting)).toBeLessThan(0.03)
  })

  it('M/M/c/K: a full queue refuses p(K), and what gets in waits as the law says, within 3%', () => {
    const sim = simulated({ messages: 500_000, rate: 28, workers: 2, maxLength: 4, overflow: 'reject' })
    const theory = mmck(28, 0.1, 2, 6)
    expect(off(sim.counters.refused / 500_000, theory.blocked)).toBeLessThan(0.03)
    expect(off(seconds(sim.samples.wait), theory.waiting)).toBeLessThan(0.03)
  })

  it('M/M/c/K holds for the API’s threads too, when the work is done inside the request', () => {
    const sim = simulated({ messages: 500_000, rate: 45, placement: 'inline', threads: 4, backlog: 6 })
    expect(off(sim.counters.refused / 500_000, mmck(45, 0.1, 4, 10).blocked)).toBeLessThan(0.03)
  })

  it('Bernoulli feedback: failed messages that come back make it an M/M/1 with 1/(1-p) times the work, within 3%', () => {
    const sim = simulated({ messages: 500_000, rate: 6, failPermille: 200 })
    expect(off(measure(sim).insideMean, feedback(6, 0.1, 0.2)!.inSystem)).toBeLessThan(0.03)
    expect(off(measure(sim).utilisation, 0.75)).toBeLessThan(0.03)
  })

  it('Cobham: urgent messages wait less and the others more, each within 3%', () => {
    const sim = simulated({ messages: 600_000, rate: 8, urgentPercent: 50 })
    const waits: [number, number][] = [
      [0, 0],
      [0, 0],
    ]
    const entered = new Map<number, { lane: number; at: number }>()
    for (const line of linesOf(sim, { kinds: ['published', 'delivered'] })) {
      if (line.kind === 'published') entered.set(line.id, { lane: line.value, at: line.at })
      const begun = line.kind === 'delivered' ? entered.get(line.id) : undefined
      if (begun === undefined) continue
      waits[begun.lane]![0] += line.at - begun.at
      waits[begun.lane]![1] += 1
      entered.delete(line.id)
    }
    const [urgent, usual] = waits.map(([sum, count]) => sum / count / 1e6)
    const [first, second] = cobham([4, 4], 0.1)
    // The journal keeps the last 100,000 messages, so the band of the slower class is that of a shorter run.
    expect(off(urgent!, first!)).toBeLessThan(0.03)
    expect(off(usual!, second!)).toBeLessThan(0.08)
    expect(off(seconds(sim.samples.wait), (first! + second!) / 2)).toBeLessThan(0.03)
  })

  it('Burke: two queues in a row behave as if each were alone, within 3%', () => {
    const sim = simulated({ messages: 400_000, rate: 8, second: 'next', secondWorkers: 1, secondServiceMicros: 80_000 })
    expect(off(seconds(sim.samples.endToEnd), tandem(8, [0.1, 0.08])!)).toBeLessThan(0.03)
  })

  it.each(['rabbitmq', 'kafka'] as const)('%s: the share p^k ends as dead letters, within 3%', (broker) => {
    const sim = simulated({ broker, messages: 150_000, rate: 4, failPermille: 400, attempts: 3, seed: 7 })
    expect(off(sim.counters.died / 150_000, deadFraction(0.4, 3))).toBeLessThan(0.03)
  })

  it('the share e^(-μT) of deliveries outlives the visibility timeout and is claimed, within 3%', () => {
    const sim = simulated({
      broker: 'redis',
      messages: 60_000,
      rate: 10,
      workers: 20,
      visibilityMicros: 150_000,
      claimEveryMicros: 5000,
    })
    const claimed = new Set(linesOf(sim, { kinds: ['claimed'] }).map((line) => line.id))
    expect(off(claimed.size / 60_000, duplicateFraction(0.1, 0.15, 0.005))).toBeLessThan(0.03)
    expect(sim.counters.duplicates).toBe(sim.counters.claimed)
  })
})
