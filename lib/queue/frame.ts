import { DELAYED } from './pool'
import type { Progress } from './engine'
import type { Simulation, Station } from './simulation'

// One moment of a run, small and plain enough to be sent to a page sixty times a second.

export const MAX_DOTS = 200

export type Place = 'thread' | 'outbox' | 'ready' | 'held' | 'working' | 'delayed' | 'dead'
export type Dot = {
  readonly id: number
  readonly key: number
  readonly place: Place
  readonly station: number
  /** The lane (partition or priority) of a ready message, the worker of a held one. */
  readonly at: number
  readonly attempt: number
  readonly isPoison: boolean
}

export type WorkerView = {
  readonly isAlive: boolean
  readonly isPaused: boolean
  readonly held: number
  readonly busy: number
  readonly slowPercent: number
}
export type LaneView = { readonly length: number; readonly owner: number; readonly committed: number; readonly end: number }
export type StationView = {
  /** By the states of pool: 1 ready, 2 unacked, 3 delayed, 4 dead, 5 acked, 6 dropped. */
  readonly counts: readonly number[]
  readonly workers: readonly WorkerView[]
  readonly lanes: readonly LaneView[]
  readonly phase: Station['phase']
}

export type Frame = {
  readonly at: number
  readonly events: number
  readonly progress: Progress
  readonly lines: number
  readonly outbox: number
  readonly weather: Simulation['weather']
  readonly counters: Simulation['counters']
  readonly stations: readonly StationView[]
  readonly dots: readonly Dot[]
}

export function frameOf(sim: Simulation, progress: Progress): Frame {
  return {
    at: sim.now,
    events: sim.events,
    progress,
    lines: sim.journal.total,
    outbox: sim.outbox.length,
    weather: { ...sim.weather },
    counters: { ...sim.counters },
    stations: sim.stations.map((station) => stationView(station)),
    dots: dotsOf(sim),
  }
}

function stationView(station: Station): StationView {
  return {
    counts: [...station.counts],
    phase: station.phase,
    workers: station.workers.map((worker) => ({
      isAlive: worker.alive,
      isPaused: worker.paused,
      held: worker.held.length,
      busy: worker.busy,
      slowPercent: worker.slowPercent,
    })),
    lanes: station.lanes.map((list, lane) => ({
      length: list.length,
      owner: station.owners[lane]!,
      committed: station.committed[lane]!,
      end: station.nextOrder[lane]!,
    })),
  }
}

/** What is being worked on first, then what waits, nearest to its worker first; beyond MAX_DOTS only the counts tell. */
function dotsOf(sim: Simulation): Dot[] {
  const dots: Dot[] = []
  const { columns } = sim.copies
  const addRequest = (request: number, place: Place, station = 0, at = 0, attempt = 0): void => {
    const { id, key, poison } = sim.requests.columns
    dots.push({ id: id[request]!, key: key[request]!, place, station, at, attempt, isPoison: poison[request] === 1 })
  }
  const add = (slot: number, place: Place, at: number): void =>
    addRequest(columns.request[slot]!, place, columns.station[slot], at, columns.attempts[slot])
  for (const station of sim.stations) {
    station.workers.forEach((worker, index) => {
      const working: Place = station.kind === 'front' ? 'thread' : 'working'
      worker.held.slice(0, 20).forEach((slot, at) => add(slot, at < worker.busy ? working : 'held', index))
    })
  }
  for (const station of sim.stations) {
    const share = Math.ceil(100 / station.lanes.length)
    station.lanes.forEach((list, lane) =>
      addFrom(sim, station.kind === 'kafka' ? station.cursor[lane]! : list.head, share, (slot) => add(slot, 'ready', lane)),
    )
    addFrom(sim, station.dead.head, 40, (slot) => add(slot, 'dead', 0))
  }
  for (const request of sim.outbox.slice(0, 40)) addRequest(request, 'outbox')
  for (let slot = 0; slot < sim.copies.used && dots.length < MAX_DOTS; slot += 1)
    if (columns.state[slot] === DELAYED) add(slot, 'delayed', 0)
  return dots.slice(0, MAX_DOTS)
}

function addFrom(sim: Simulation, head: number, most: number, add: (slot: number) => void): void {
  const { next } = sim.copies.columns
  let slot = head
  for (let count = 0; slot >= 0 && count < most; count += 1, slot = next[slot]!) add(slot)
}
