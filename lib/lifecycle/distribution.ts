import { percentiles } from '@/lib/simulation/percentile'
import { statusOf, type Reason } from './answers'
import type { BreakerChange } from './circuit-breaker'
import type { Journey } from './journey'
import { runTraffic, trafficInSlices } from './run'
import { REQUESTS_IN_RUN, type Scenario } from './scenario'
import { createWorld, type RunOptions, type World } from './world'

/** A share never stands without what it is a share of; it is null when that is nothing. */
export type Share = { readonly count: number; readonly of: number; readonly share: number | null }

export type PercentileRow = {
  readonly percent: number
  /** Null where there are too few samples to say. */
  readonly value: number | null
  readonly samples: number
  /** A request that took exactly this long, to be opened as a trace. */
  readonly example: number | null
}

export type Bucket = {
  readonly from: number
  readonly to: number
  readonly good: number
  readonly refused: number
  readonly failed: number
}

export type Distribution = {
  readonly requests: number
  readonly budgetMicros: number
  readonly response: readonly PercentileRow[]
  /** Of requests that ended below status 400 only: quick refusals flatter the figures over all. */
  readonly responseOfGood: readonly PercentileRow[]
  readonly statuses: readonly { readonly status: number; readonly count: number }[]
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[]
  readonly errors: Share
  readonly refusals: Share
  readonly edgeHits: Share
  readonly cacheHits: Share
  readonly retried: Share
  readonly withinBudget: Share
  readonly deadLettered: Share
  readonly breakerChanges: readonly BreakerChange[]
  readonly buckets: readonly Bucket[]
}

export type DistributionOptions = RunOptions & { readonly requests?: number; readonly budgetMicros?: number }

const PERCENTS = [50, 95, 99, 99.9]

type Sample = { readonly journey: Journey; readonly status: number; readonly micros: number }

export function distribute(scenario: Scenario, options: DistributionOptions = {}): Distribution {
  const world = createWorld(scenario, options)
  return summarise(world, runTraffic(world, options.requests ?? REQUESTS_IN_RUN, null), options)
}

const PIECES_IN_SLICE = 4_000

/** The same figures, with time for the page between one slice and the next. Null when `pause` says that nobody waits for them any more. */
export async function distributeInSlices(
  scenario: Scenario,
  options: DistributionOptions,
  pause: () => Promise<boolean>,
): Promise<Distribution | null> {
  const world = createWorld(scenario, options)
  const slices = trafficInSlices(world, options.requests ?? REQUESTS_IN_RUN, null, PIECES_IN_SLICE)
  for (;;) {
    const { done, value } = slices.next()
    if (done) return summarise(world, value, options)
    if (!(await pause())) return null
  }
}

function summarise(world: World, journeys: readonly Journey[], options: DistributionOptions): Distribution {
  const samples = journeys.map(toSample)
  const budgetMicros = options.budgetMicros ?? world.scenario.budgetMicros
  const good = samples.filter(isGood)
  return {
    requests: samples.length,
    budgetMicros,
    response: percentileRows(samples),
    responseOfGood: percentileRows(good),
    statuses: countBy(samples, ({ status }) => status).map(([status, count]) => ({ status, count })),
    reasons: countBy(samples, ({ journey }) => journey.reason).map(([reason, count]) => ({ reason, count })),
    errors: share(samples, everyone, ({ status }) => status >= 500),
    refusals: share(samples, everyone, ({ status }) => status >= 400 && status < 500),
    edgeHits: share(
      samples,
      ({ journey }) => journey.edgeLookup !== 'none',
      ({ journey }) => journey.edgeLookup === 'hit',
    ),
    cacheHits: share(
      samples,
      ({ journey }) => journey.cacheLookup !== 'none',
      ({ journey }) => journey.cacheLookup === 'hit',
    ),
    retried: share(
      samples,
      ({ journey }) => journey.attempts > 0,
      ({ journey }) => journey.attempts > 1,
    ),
    withinBudget: share(samples, everyone, (sample) => isGood(sample) && sample.micros <= budgetMicros),
    deadLettered: share(
      samples,
      ({ journey }) => journey.async !== 'none',
      ({ journey }) => journey.async === 'dead-lettered',
    ),
    breakerChanges: world.breaker.changes,
    buckets: bucketsOf(samples),
  }
}

function toSample(journey: Journey): Sample {
  return { journey, status: statusOf(journey.reason), micros: journey.endedAt - journey.begunAt }
}

function isGood({ status }: Sample): boolean {
  return status < 400
}

function everyone(): boolean {
  return true
}

function share(samples: readonly Sample[], isOfThem: (sample: Sample) => boolean, has: (sample: Sample) => boolean): Share {
  let count = 0
  let of = 0
  for (const sample of samples) {
    if (!isOfThem(sample)) continue
    of += 1
    if (has(sample)) count += 1
  }
  return { count, of, share: of === 0 ? null : count / of }
}

function percentileRows(samples: readonly Sample[]): PercentileRow[] {
  const micros = new Int32Array(samples.length)
  samples.forEach((sample, at) => (micros[at] = sample.micros))
  return percentiles(micros, PERCENTS).map(({ percent, value, samples: n }) => ({
    percent,
    value,
    samples: n,
    example: value === null ? null : samples[micros.indexOf(value)]!.journey.index,
  }))
}

/** Most frequent first. */
function countBy<Key>(samples: readonly Sample[], keyOf: (sample: Sample) => Key): [Key, number][] {
  const counts = new Map<Key, number>()
  for (const sample of samples) counts.set(keyOf(sample), (counts.get(keyOf(sample)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

/** Each bucket reaches a quarter further than the one before: even steps on a logarithmic axis from 1 ms on. */
function bucketsOf(samples: readonly Sample[]): Bucket[] {
  const slowest = samples.reduce((most, { micros }) => Math.max(most, micros), 0)
  const tallies: { from: number; to: number; good: number; refused: number; failed: number }[] = []
  for (let from = 0, to = 1_000; from <= slowest; from = to, to += Math.floor(to / 4))
    tallies.push({ from, to, good: 0, refused: 0, failed: 0 })
  for (const { micros, status } of samples) {
    let at = 0
    while (tallies[at]!.to <= micros) at += 1
    tallies[at]![status < 400 ? 'good' : status < 500 ? 'refused' : 'failed'] += 1
  }
  return tallies
}
