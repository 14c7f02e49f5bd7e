import type { Random } from '@/lib/simulation/random'
import type { Action, QueueConfig } from './settings'
import type { Simulation, Station } from './simulation'

/** The stations behind the API. */
export const WORK = 1
export const SECOND = 2

/** What differs between the brokers. Workers, effects, failures and the books are the same for all. */
export type Broker = {
  /** False tells the publisher no. */
  admits(sim: Simulation, station: Station): boolean
  lane(sim: Simulation, request: number): number
  /** Takes a copy that is ready: a new one, or one that comes back from the wait queue or the dead letters. */
  put(sim: Simulation, station: Station, slot: number): void
  /** Hands the next message (Redis and Kafka: the next batch) to a worker with room; its number, or -1. */
  deliver(sim: Simulation, station: Station): number
  /** True while this delivery is still the worker's to answer for. */
  isCurrent(sim: Simulation, station: Station, index: number, slot: number, tag: number): boolean
  succeed(sim: Simulation, station: Station, index: number, slot: number, tag: number): void
  fail(sim: Simulation, station: Station, index: number, slot: number, tag: number): void
  /** The worker's process or connection is gone, and with it all it held. `works`: it goes on with what it has begun. */
  disconnect(sim: Simulation, station: Station, index: number, works: boolean): void
  /** The worker has nothing begun: the moment at which it answers its group. */
  atRest(sim: Simulation, station: Station, index: number): void
  /** The worker's timer: has it sat on a message, or away from its group, for longer than allowed? */
  watch(sim: Simulation, station: Station, index: number): void
  /** The station's own timer: expiry, claim scan or rebalance. */
  tick(sim: Simulation, station: Station): void
  /** What has to be settled before the first event. */
  open?(sim: Simulation, station: Station): void
  /** The worker's timer for committing what it has worked off. */
  commit?(sim: Simulation, station: Station, index: number): void
  /** The broker is back after a restart. */
  restart?(sim: Simulation, station: Station): void
  /** By message type, the queues that get a copy; without it every queue does. */
  routes?(config: QueueConfig): number[][]
  lanesOfKeys?(config: QueueConfig): number[]
}

/** What a reader does to a run under way. */
export type Trouble = {
  begin(sim: Simulation, action: Action, number: number): void
  end(sim: Simulation, action: Action): void
}

/** What a run needs beyond the engine: the model of its broker, and trouble if there are actions. A page loads no more than that. */
export type Parts = { readonly [Kind in QueueConfig['broker']]?: Broker } & {
  readonly trouble?: Trouble
  readonly logNormal?: (random: Random, mean: number, sigma: number) => number
}

// Event kinds, as small numbers for the heap.
export const DONE = 1
export const AGAIN = 2
export const BEGIN = 3
export const BACK = 4
export const TICK = 5
export const COMMIT = 6
export const RELAY = 7
export const PATIENCE = 8
export const WATCH = 9
export const CALM = 10

const WORKERS_PER_STATION = 1024

export function workerSubject(station: Station, index: number): number {
  return station.index * WORKERS_PER_STATION + index
}

export function stationOf(sim: Simulation, subject: number): Station {
  return sim.stations[Math.floor(subject / WORKERS_PER_STATION)]!
}

export function workerOf(subject: number): number {
  return subject % WORKERS_PER_STATION
}

/** The station's one timer, moved forward if the new time is earlier. */
export function armTick(sim: Simulation, station: Station, at: number): void {
  if (at >= station.timerAt) return
  station.timerAt = at
  sim.heap.push(at, TICK, station.index)
}

export function armWatch(sim: Simulation, station: Station, index: number, at: number): void {
  const worker = station.workers[index]!
  if (worker.watched) return
  worker.watched = true
  sim.heap.push(at, WATCH, workerSubject(station, index))
}

/** The next worker after the last served that can take a message: consumers are served in turn. */
export function nextInTurn(sim: Simulation, station: Station, hasRoom: (index: number) => boolean): number {
  const { length } = station.workers
  // Whoever is busy has one message in hand already.
  if (sim.config.prefetch === 1 && sim.config.ack === 'after' && station.busy === length) return -1
  const candidates = sim.config.ordered && station.kind !== 'front' ? 1 : length
  if (candidates === 1) {
    const active = station.workers.findIndex((worker) => worker.alive)
    return active >= 0 && hasRoom(active) ? active : -1
  }
  for (let step = 1; step <= length; step += 1) {
    const index = (station.turn + step) % length
    if (!hasRoom(index)) continue
    station.turn = index
    return index
  }
  return -1
}
