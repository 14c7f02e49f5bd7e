import { createTraceHash } from '@/lib/simulation/hash'
import type { HeapSnapshot } from '@/lib/simulation/heap'
import { seededRandom, type RandomState } from '@/lib/simulation/random'
import { advance, nextEventAt, type Progress } from './engine'
import { rewindJournal } from './journal'
import { type Column, cut, lay, type Pages, type Weight } from './pages'
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

/** A branch of the state as a snapshot keeps it: numbers as they are, columns as pages. */
type Kept = number | boolean | string | Pages | readonly Kept[] | KeptBranch
type KeptBranch = { readonly [name: string]: Kept }
type Live = number | boolean | string | Column | Live[] | Branch
type Branch = { [name: string]: Live }

export type Snapshot = {
  readonly at: number
  readonly events: number
  readonly state: KeptBranch
  readonly weight: Weight
  readonly streams: Readonly<Record<keyof Streams, RandomState>>
  readonly heap: HeapSnapshot
  readonly lines: number
  readonly hash: readonly [number, number]
  readonly counts: readonly [number, number, number]
}

const isColumn = (value: Live): value is Column => ArrayBuffer.isView(value)

// The columns of a pool are cut to the slots in use.
function keptOf(value: Live, before: Kept | undefined, weight: Weight, used?: number): Kept {
  if (typeof value !== 'object') return value
  if (isColumn(value)) return cut(value, used ?? value.length, before as Pages | undefined, weight)
  const known = before as (KeptBranch & readonly Kept[]) | undefined
  weight.own += 64
  if (Array.isArray(value)) {
    weight.own += 8 * value.length
    return typeof value[0] === 'object' ? value.map((it, at) => keptOf(it, known?.[at], weight)) : (value.slice() as Kept[])
  }
  const within = typeof value.used === 'number' ? value.used : used
  const kept: { [name: string]: Kept } = {}
  for (const name of Object.keys(value)) kept[name] = keptOf(value[name]!, known?.[name], weight, within)
  return kept
}

/**
 * Into the objects that are there already, and only where something differs: the engine's compiled code knows their shapes and what never
 * changes, and would be thrown away for others.
 */
function putBack(live: Branch, kept: KeptBranch): void {
  for (const name of Object.keys(kept)) {
    const [now, was] = [live[name]!, kept[name]!]
    if (typeof was !== 'object') {
      if (now !== was) live[name] = was
    } else if (isColumn(now)) lay(now, was as Pages)
    else if (Array.isArray(was) && typeof was[0] !== 'object') refill(now as Live[], was as readonly number[])
    else putBack(now as Branch, was as KeptBranch)
  }
}

function refill(list: Live[], values: readonly number[]): void {
  list.length = 0
  for (const value of values) list.push(value)
}

/** With the snapshot before it, what has not changed is shared. */
export function capture(sim: Simulation, before?: Snapshot): Snapshot {
  const { samples, streams } = sim
  const live = sim as unknown as Branch
  const weight: Weight = { whole: 0, own: 0 }
  return {
    at: sim.now,
    events: sim.events,
    state: Object.fromEntries(KEPT.map((name) => [name, keptOf(live[name]!, before?.state[name], weight)])),
    weight,
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
  }
}

export function restore(sim: Simulation, from: Snapshot): void {
  putBack(sim as unknown as Branch, from.state)
  for (const name of Object.keys(from.streams) as (keyof Streams)[]) sim.streams[name] = seededRandom(from.streams[name])
  sim.heap.restore(from.heap)
  rewindJournal(sim.journal, from.lines, createTraceHash(from.hash))
  ;[sim.samples.api.count, sim.samples.endToEnd.count, sim.samples.wait.count] = from.counts
}

export const SNAPSHOT_EVERY = 10_000
/** For all snapshots and the run itself, whose messages take up as much as the last of them. */
const MAX_BYTES = 90_000_000

/** Snapshots by number of events. When they grow too heavy every other one goes and the distance doubles. */
export type Timeline = {
  readonly sim: Simulation
  readonly maxBytes: number
  snapshots: Snapshot[]
  every: number
  bytes: number
}

export function createTimeline(sim: Simulation, maxBytes = MAX_BYTES): Timeline {
  const first = capture(sim)
  return { sim, maxBytes, snapshots: [first], every: SNAPSHOT_EVERY, bytes: first.weight.own }
}

function keep(timeline: Timeline): void {
  const snapshot = capture(timeline.sim, timeline.snapshots.at(-1))
  timeline.snapshots.push(snapshot)
  timeline.bytes += snapshot.weight.own
  if (timeline.bytes + snapshot.weight.whole <= timeline.maxBytes || timeline.snapshots.length < 4) return
  timeline.every *= 2
  retain(timeline, (_, at) => at % 2 === 0)
}

/** A page of a snapshot that goes may still be one of its neighbours'. */
function retain(timeline: Timeline, isKept: (snapshot: Snapshot, at: number) => boolean): void {
  timeline.snapshots = timeline.snapshots.filter(isKept)
  const pages = new Set(timeline.snapshots.flatMap(({ state }) => pagesIn(state)))
  timeline.bytes = [...pages].reduce((sum, page) => sum + page.byteLength, 0)
}

function pagesIn(kept: Kept): readonly Int32Array[] {
  if (typeof kept !== 'object') return []
  return 'pages' in kept ? (kept as Pages).pages : Object.values(kept as Record<string, Kept>).flatMap(pagesIn)
}

/** Runs on as `advance` does, and leaves snapshots behind. */
export function play(timeline: Timeline, until: number, maxEvents = Infinity): Progress {
  const { sim } = timeline
  const lastEvent = sim.events + maxEvents
  for (;;) {
    const toSnapshot = timeline.every - (sim.events % timeline.every)
    const progress = advance(sim, until, Math.min(toSnapshot, lastEvent - sim.events))
    const isNew = sim.events > timeline.snapshots.at(-1)!.events
    if (sim.events % timeline.every === 0 && isNew) keep(timeline)
    if (progress !== 'running' || sim.events >= lastEvent || nextEventAt(sim) > until) return progress
  }
}

/** Back or forward: from the nearest snapshot before, events are replayed. */
export function seek(timeline: Timeline, at: number): Progress {
  goBefore(timeline, at < timeline.sim.now, (snapshot) => snapshot.at < at)
  return play(timeline, at)
}

/** To where exactly so many events have happened. */
export function seekEvent(timeline: Timeline, events: number): Progress {
  goBefore(timeline, events < timeline.sim.events, (snapshot) => snapshot.events <= events)
  // A snapshot may have been taken after its last event; with nothing to replay the time is the snapshot's.
  return play(timeline, Infinity, Math.max(0, events - timeline.sim.events))
}

/** To the last such snapshot, unless the run is between it and its goal already. */
function goBefore({ sim, snapshots }: Timeline, isPast: boolean, isBefore: (snapshot: Snapshot) => boolean): void {
  const before = snapshots.findLast(isBefore) ?? snapshots[0]!
  if (isPast || before.events > sim.events) restore(sim, before)
}

/** What was recorded after this moment is no longer true: something else is going to happen. */
export function forgetAfter(timeline: Timeline, at: number): void {
  retain(timeline, (snapshot, index) => index === 0 || snapshot.at <= at)
}
