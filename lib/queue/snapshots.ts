import { createTraceHash } from '@/lib/simulation/hash'
import type { HeapSnapshot } from '@/lib/simulation/heap'
import { seededRandom } from '@/lib/simulation/random'
import { advance, nextEventAt, type Progress } from './engine'
import { rewindJournal } from './journal'
import type { Simulation, Streams } from './simulation'

// Everything that changes in a run is plain data in these fields. Samples and log lines are only ever added, and always the same ones, so a
// snapshot keeps their number and not their content.

const KEPT = [
  'now',
  'events',
  'made',
  'nextArrivalAt',
  'nextAction',
  'calls',
  'relayAt',
  'requests',
  'copies',
  'stations',
  'outbox',
  'weather',
  'counters',
  'lastDone',
  'series',
] as const satisfies readonly (keyof Simulation)[]

export type Snapshot = {
  readonly at: number
  readonly fields: Pick<Simulation, (typeof KEPT)[number]>
  readonly streams: Readonly<Record<keyof Streams, readonly number[]>>
  readonly heap: HeapSnapshot
  readonly lines: number
  readonly hash: readonly [number, number]
  readonly counts: readonly [number, number, number]
  readonly bytes: number
}

type Plain = number | boolean | string | ArrayBufferView | { [name: string]: Plain } | Plain[]
type Meter = { bytes: number }

// Columns are cut to the slots in use.
function copyOf(value: Plain, meter: Meter, used = Infinity): Plain {
  if (typeof value !== 'object') return value
  if (ArrayBuffer.isView(value)) {
    const copy = (value as Float64Array).slice(0, Math.min(used, (value as Float64Array).length))
    meter.bytes += copy.byteLength
    return copy
  }
  meter.bytes += 64
  if (Array.isArray(value)) {
    meter.bytes += 8 * value.length
    return typeof value[0] === 'object' ? value.map((item) => copyOf(item, meter)) : value.slice()
  }
  const width = typeof value.used === 'number' ? Math.max(16, value.used) : used
  const copy: { [name: string]: Plain } = {}
  for (const name of Object.keys(value)) copy[name] = copyOf(value[name]!, meter, width)
  return copy
}

export function capture(sim: Simulation): Snapshot {
  const meter: Meter = { bytes: 0 }
  const fields = Object.fromEntries(KEPT.map((name) => [name, copyOf(sim[name] as Plain, meter)]))
  const { samples, streams } = sim
  return {
    at: sim.now,
    fields: fields as Snapshot['fields'],
    streams: {
      arrivals: streams.arrivals.snapshot(),
      service: streams.service.snapshot(),
      failures: streams.failures.snapshot(),
      backoff: streams.backoff.snapshot(),
    },
    heap: sim.heap.snapshot(),
    lines: sim.journal.total,
    hash: sim.journal.hash.snapshot(),
    counts: [samples.api.count, samples.endToEnd.count, samples.wait.count],
    bytes: meter.bytes,
  }
}

export function restore(sim: Simulation, from: Snapshot): void {
  const meter: Meter = { bytes: 0 }
  for (const name of KEPT) Object.assign(sim, { [name]: copyOf(from.fields[name] as Plain, meter) })
  for (const name of Object.keys(from.streams) as (keyof Streams)[]) sim.streams[name] = seededRandom(from.streams[name])
  sim.heap.restore(from.heap)
  rewindJournal(sim.journal, from.lines, createTraceHash(from.hash))
  ;[sim.samples.api.count, sim.samples.endToEnd.count, sim.samples.wait.count] = from.counts
}

export const SNAPSHOT_EVERY = 10_000
/** For all snapshots and the run itself, whose messages take up as much as the last of them. */
const MAX_BYTES = 90_000_000

/** Snapshots by number of events. When they grow too heavy every other one goes and the distance doubles. */
export type Timeline = { readonly sim: Simulation; snapshots: Snapshot[]; every: number }

export function createTimeline(sim: Simulation): Timeline {
  return { sim, snapshots: [capture(sim)], every: SNAPSHOT_EVERY }
}

function keep(timeline: Timeline, snapshot: Snapshot): void {
  timeline.snapshots.push(snapshot)
  const bytes = timeline.snapshots.reduce((sum, each) => sum + each.bytes, 0)
  if (bytes + 2 * snapshot.bytes <= MAX_BYTES || timeline.snapshots.length < 4) return
  timeline.every *= 2
  timeline.snapshots = timeline.snapshots.filter((_, at) => at % 2 === 0)
}

/** Runs on as `advance` does, and leaves snapshots behind. */
export function play(timeline: Timeline, until: number, maxEvents = Infinity): Progress {
  const { sim } = timeline
  const lastEvent = sim.events + maxEvents
  for (;;) {
    const toSnapshot = timeline.every - (sim.events % timeline.every)
    const progress = advance(sim, until, Math.min(toSnapshot, lastEvent - sim.events))
    const isNew = sim.events > timeline.snapshots.at(-1)!.fields.events
    if (sim.events % timeline.every === 0 && isNew) keep(timeline, capture(sim))
    if (progress !== 'running' || sim.events >= lastEvent || nextEventAt(sim) > until) return progress
  }
}

/** Back or forward: from the nearest snapshot before, events are replayed. */
export function seek(timeline: Timeline, at: number): Progress {
  const { sim, snapshots } = timeline
  const before = snapshots.findLast((snapshot) => snapshot.at < at) ?? snapshots[0]!
  if (at < sim.now || before.fields.events > sim.events) restore(sim, before)
  return play(timeline, at)
}

/** To where exactly so many events have happened. */
export function seekEvent(timeline: Timeline, events: number): Progress {
  const { sim, snapshots } = timeline
  const before = snapshots.findLast((snapshot) => snapshot.fields.events <= events) ?? snapshots[0]!
  if (events < sim.events || before.fields.events > sim.events) restore(sim, before)
  // A snapshot may have been taken after its last event; with nothing to replay the time is the snapshot's.
  return play(timeline, Infinity, Math.max(0, events - sim.events))
}

/** What was recorded after this moment is no longer true: something else is going to happen. */
export function forgetAfter(timeline: Timeline, at: number): void {
  timeline.snapshots = timeline.snapshots.filter((snapshot, index) => index === 0 || snapshot.at <= at)
}
