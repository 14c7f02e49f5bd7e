import { AGAIN, BACK, BEGIN, CALM, COMMIT, DONE, type Parts, PATIENCE, RELAY, stationOf, TICK, WATCH, workerOf } from './broker'
import { DEAD, DELAYED, READY, UNACKED } from './pool'
import { returnToQueue } from './publish'
import { arrive, losePatience, relay, scheduleArrival } from './requests'
import { closePoints, type Levels } from './series'
import { createSimulation } from './create-simulation'
import type { Simulation, Station } from './simulation'
import type { QueueConfig } from './settings'
import { setState, unpin } from './transitions'
import { finishAttempt, tryAgain } from './finish'
import { pump, startWork } from './work'

/** Beyond this many events a run is stopped with a message. */
export const MAX_EVENTS = 5_000_000

export type Progress = 'running' | 'drained' | 'stopped'

export function startWith(parts: Parts, config: QueueConfig, maxEvents = MAX_EVENTS): Simulation {
  const sim = createSimulation(config, parts, maxEvents)
  for (const station of sim.stations) sim.models[station.index]!.open?.(sim, station)
  scheduleArrival(sim)
  return sim
}

export function nextEventAt(sim: Simulation): number {
  const action = sim.config.actions[sim.nextAction]
  return Math.min(action === undefined ? Infinity : action.at, sim.nextArrivalAt, sim.heap.nextTime())
}

/** Runs every event up to and including `until`, at most `maxEvents` of them. */
export function advance(sim: Simulation, until: number, maxEvents = Infinity): Progress {
  if (isQuiet(sim)) return 'drained'
  const lastEvent = Math.min(sim.maxEvents, sim.events + maxEvents)
  while (sim.events < lastEvent) {
    const at = nextEventAt(sim)
    if (at > until || at === Infinity) {
      if (at === Infinity) return 'drained'
      passTime(sim, Math.max(sim.now, until))
      return 'running'
    }
    passTime(sim, at)
    step(sim, at)
    sim.events += 1
    if (isQuiet(sim)) return 'drained'
  }
  return sim.events >= sim.maxEvents ? 'stopped' : 'running'
}

/** Nothing to come but timers that will find nothing: every message has left, every worker rests, every client has its answer. */
function isQuiet(sim: Simulation): boolean {
  if (sim.nextArrivalAt < Infinity || sim.nextAction < sim.config.actions.length || sim.outbox.length > 0) return false
  if (sim.weather.toEnd > 0 || sim.config.clientRetries > 0) return false
  for (const station of sim.stations) if (station.inside > 0 || station.busy > 0) return false
  return true
}

function passTime(sim: Simulation, at: number): void {
  if (sim.series.closesAt <= at) closePoints(sim.series, at, levels(sim))
  sim.now = at
}

// At one instant: what the reader does, then what arrives, then what was scheduled. A reader's action is not in the heap, so that adding it to a
// run under way gives the same run as having it from the start.
function step(sim: Simulation, at: number): void {
  const action = sim.config.actions[sim.nextAction]
  if (action !== undefined && action.at === at) {
    sim.nextAction += 1
    sim.parts.trouble!.begin(sim, action, sim.nextAction - 1)
  } else if (sim.nextArrivalAt === at) {
    arrive(sim)
  } else {
    sim.heap.pop()
    dispatch(sim, sim.heap.kind, sim.heap.subject, sim.heap.stamp)
  }
}

function dispatch(sim: Simulation, kind: number, subject: number, stamp: number): void {
  if (kind === BACK) comeBack(sim, subject, stamp)
  else if (kind === RELAY) relay(sim)
  else if (kind === PATIENCE) losePatience(sim, subject)
  else if (kind === CALM) sim.parts.trouble!.end(sim, sim.config.actions[subject]!)
  else if (kind === TICK) tick(sim, sim.stations[subject]!)
  else dispatchToWorker(sim, kind, subject, stamp)
}

function dispatchToWorker(sim: Simulation, kind: number, subject: number, stamp: number): void {
  const station = stationOf(sim, subject)
  const index = workerOf(subject)
  const worker = station.workers[index]!
  if (kind === WATCH) {
    worker.watched = false
    sim.models[station.index]!.watch(sim, station, index)
    pump(sim, station)
  } else if (kind === COMMIT) {
    sim.models[station.index]!.commit?.(sim, station, index)
  } else if (worker.epoch === stamp) {
    if (kind === DONE) finishAttempt(sim, station, index)
    else if (kind === AGAIN) tryAgain(sim, station, index)
    else if (kind === BEGIN) beginDelivered(sim, station, index)
  }
}

function beginDelivered(sim: Simulation, station: Station, index: number): void {
  startWork(sim, station, index)
  pump(sim, station)
}

// A timer that has been overtaken by an earlier one is void.
function tick(sim: Simulation, station: Station): void {
  if (station.timerAt !== sim.now) return
  station.timerAt = Infinity
  sim.models[station.index]!.tick(sim, station)
  pump(sim, station)
}

function comeBack(sim: Simulation, slot: number, delivery: number): void {
  const { columns } = sim.copies
  const isWaiting = columns.state[slot] === DELAYED && columns.deliveries[slot] === delivery
  if (isWaiting) {
    setState(sim, slot, READY)
    returnToQueue(sim, slot)
  }
  unpin(sim, slot)
}

export function levels(sim: Simulation): Levels {
  const work = sim.stations[1] ?? sim.stations[0]!
  return {
    ready: work.counts[READY]!,
    unacked: work.counts[UNACKED]!,
    dead: work.counts[DEAD]!,
    oldestAge: sim.now - oldestBirth(sim, work),
    threads: sim.stations[0]!.busy,
  }
}

function oldestBirth(sim: Simulation, station: Station): number {
  const { enteredAt } = sim.copies.columns
  let oldest = sim.now
  for (const list of station.lanes) if (list.head >= 0) oldest = Math.min(oldest, enteredAt[list.head]!)
  return oldest
}
