import { AGAIN, workerSubject, SECOND, WORK } from './broker'
import { applyEffect } from './effects'
import { publish } from './publish'
import { backoffMicros, hasAttemptsLeft, retriesInPlace } from './retry'
import { attemptFails, callsDependency } from './service'
import type { Simulation, Station } from './simulation'
import { countBusy, log } from './transitions'
import { beginAttempt, endCall, pump, release, startWork } from './work'
import * as LINE from './line'

export function finishAttempt(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  const cannotPassOn = sim.config.second === 'next' && station.index === WORK && sim.weather.brokerDown > 0
  const fails = attemptFails(sim, station, index) || cannotPassOn
  endCall(sim, station, index)
  if (fails && waitsInPlace(sim, station, index)) return
  for (let at = 0; at < worker.busy; at += 1) settle(sim, station, index, worker.held[at]!, worker.tags[at]!, fails)
  moveOn(sim, station, index)
}

function waitsInPlace(sim: Simulation, station: Station, index: number): boolean {
  const worker = station.workers[index]!
  if (!retriesInPlace(sim, station) || !ownsBatch(sim, station, index)) return false
  if (worker.held.slice(0, worker.busy).some((each) => !hasAttemptsLeft(sim, each))) return false
  const slot = worker.held[0]!
  const attempt = sim.copies.columns.attempts[slot]!
  const wait = backoffMicros(sim.config, sim.streams.backoff, attempt)
  log(sim, LINE.attemptFailed, slot, index, attempt)
  log(sim, LINE.retryAt, slot, station.index, wait)
  sim.counters.retried += 1
  worker.doneAt = sim.now + wait
  sim.heap.push(worker.doneAt, AGAIN, workerSubject(station, index), worker.epoch)
  return true
}

function ownsBatch(sim: Simulation, station: Station, index: number): boolean {
  const { held, tags, busy } = station.workers[index]!
  for (let at = 0; at < busy; at += 1)
    if (!sim.models[station.index]!.isCurrent(sim, station, index, held[at]!, tags[at]!)) return false
  return true
}

/** After a backoff in place. If a message has been taken away meanwhile, the others are given back and this batch is over. */
export function tryAgain(sim: Simulation, station: Station, index: number): void {
  const { held, tags, busy } = station.workers[index]!
  if (ownsBatch(sim, station, index)) {
    beginAttempt(sim, station, index, true)
    return
  }
  for (let at = 0; at < busy; at += 1) sim.models[station.index]!.fail(sim, station, index, held[at]!, tags[at]!)
  moveOn(sim, station, index)
}

function settle(sim: Simulation, station: Station, index: number, slot: number, tag: number, fails: boolean): void {
  const broker = sim.models[station.index]!
  if (fails) {
    log(sim, LINE.attemptFailed, slot, index, sim.copies.columns.attempts[slot]!)
    broker.fail(sim, station, index, slot, tag)
    return
  }
  if (callsDependency(sim, station)) {
    const isLast = sim.config.second !== 'next' || station.kind === 'front'
    if (isLast) applyEffect(sim, slot, index)
    else publish(sim, sim.copies.columns.request[slot]!, [SECOND])
  } else if (station.index === SECOND && sim.config.second === 'next') {
    applyEffect(sim, slot, index)
  }
  if (sim.config.ack === 'after' || station.kind === 'front') broker.succeed(sim, station, index, slot, tag)
}

function moveOn(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  const size = worker.busy
  worker.busy = 0
  countBusy(sim, station, -1)
  release(sim, station, index, size)
  sim.models[station.index]!.atRest(sim, station, index)
  startWork(sim, station, index)
  pump(sim, station)
}
