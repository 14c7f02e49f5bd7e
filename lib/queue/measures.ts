import { percentiles, type Percentile } from '@/lib/simulation/percentile'
import { mean } from '@/lib/simulation/statistics'
import { DEAD, DELAYED, DROPPED, READY, UNACKED } from './pool'
import type { Counters } from './counters'
import type { Simulation, Station } from './simulation'
import { recorded, type Tape } from './tape'

// What a run has shown so far. Times in microseconds, rates per second.

export const SHOWN_PERCENTS = [50, 95, 99, 99.9] as const

export type Latency = { readonly mean: number | null; readonly samples: number; readonly percentiles: readonly Percentile[] }

export type Measures = Counters & {
  readonly at: number
  readonly events: number
  readonly hash: string
  readonly api: Latency
  readonly endToEnd: Latency
  readonly wait: Latency
  readonly ready: number
  readonly unacked: number
  readonly delayed: number
  readonly dead: number
  readonly dropped: number
  readonly outbox: number
  readonly maxReady: number
  readonly throughput: number
  readonly goodput: number
  readonly threadsBusy: number
  readonly threadsMean: number
  readonly workersMean: number
  readonly utilisation: number
  readonly insideMean: number
  /** From the last arrival until nothing was left; null before that. */
  readonly drainMicros: number | null
}

function latency(tape: Tape): Latency {
  const samples = recorded(tape)
  return {
    mean: samples.length === 0 ? null : mean(samples),
    samples: samples.length,
    percentiles: percentiles(samples, SHOWN_PERCENTS),
  }
}

function areaTo(sim: Simulation, area: number, level: number, station: Station): number {
  return area + level * (sim.now - station.areaAt)
}

function perSecond(count: number, micros: number): number {
  return (count * 1e6) / micros
}

export function measure(sim: Simulation): Measures {
  const front = sim.stations[0]!
  const work = sim.stations[1] ?? front
  const isOver = work.inside === 0 && sim.nextArrivalAt === Infinity
  // Once all is done, time no longer counts.
  const span = Math.max(1, isOver ? Math.max(sim.counters.lastLeftAt, sim.counters.lastArrivalAt) : sim.now)
  const workersMean = areaTo(sim, work.busyArea, work.busy, work) / span
  const shown = sim.series.points.ready.subarray(0, sim.series.count)
  return {
    ...sim.counters,
    at: sim.now,
    events: sim.events,
    hash: sim.journal.hash.hex(),
    api: latency(sim.samples.api),
    endToEnd: latency(sim.samples.endToEnd),
    wait: latency(sim.samples.wait),
    ready: work.counts[READY]!,
    unacked: work.counts[UNACKED]!,
    delayed: work.counts[DELAYED]!,
    dead: work.counts[DEAD]!,
    dropped: work.counts[DROPPED]!,
    outbox: sim.outbox.length,
    maxReady: shown.reduce((most, depth) => Math.max(most, depth), work.counts[READY]!),
    throughput: perSecond(sim.counters.completed, span),
    goodput: perSecond(sim.counters.inTime, span),
    threadsBusy: front.busy,
    threadsMean: areaTo(sim, front.busyArea, front.busy, front) / span,
    workersMean,
    utilisation: workersMean / work.workers.length,
    insideMean: areaTo(sim, work.insideArea, work.inside, work) / span,
    drainMicros: isOver ? Math.max(0, sim.counters.lastLeftAt - sim.counters.lastArrivalAt) : null,
  }
}
