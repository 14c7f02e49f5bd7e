import { BEGIN, DONE, workerSubject } from './broker'
import { countDeduped, isKnownEffect } from './effects'
import { attemptMicros, callsDependency } from './service'
import type { Simulation, Station } from './simulation'
import { countBusy, unpin } from './transitions'
import { UNACKED } from './pool'

/** Hands out messages until nobody has room or nothing is left. */
export function pump(sim: Simulation, station: Station): void {
  const broker = sim.models[station.index]!
  if (sim.weather.brokerDown > 0 && station.kind !== 'front') return
  for (let index = broker.deliver(sim, station); index >= 0; index = broker.deliver(sim, station)) startWork(sim, station, index)
}

export function startWork(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (!worker.alive || worker.paused) return
  const { deliveredAt } = sim.copies.columns
  while (worker.busy === 0 && worker.held.length > 0) {
    const slot = worker.held[0]!
    const arrivesAt = deliveredAt[slot]! + (station.kind === 'front' ? 0 : sim.config.roundTripMicros)
    if (arrivesAt > sim.now) {
      if (worker.beginsAt !== arrivesAt) sim.heap.push(arrivesAt, BEGIN, workerSubject(station, index), worker.epoch)
      worker.beginsAt = arrivesAt
      return
    }
    if (!isSettledUnworked(sim, station, index, slot)) beginBatch(sim, station, index)
  }
}

/** A duplicate under a known idempotency key, or a message past its time, is settled without any work. */
function isSettledUnworked(sim: Simulation, station: Station, index: number, slot: number): boolean {
  const { columns } = sim.copies
  const request = columns.request[slot]!
  const isKnown = callsDependency(sim, station) && isKnownEffect(sim, request)
  const isExpired = columns.expiresAt[slot]! <= sim.now && (station.kind === 'redis' || station.kind === 'kafka')
  if (!isKnown && !isExpired) return false
  const tag = station.workers[index]!.tags[0]!
  if (isKnown) countDeduped(sim, slot, index)
  else sim.requests.columns.fate[request] = 1
  if (columns.state[slot] === UNACKED) sim.models[station.index]!.succeed(sim, station, index, slot, tag)
  release(sim, station, index, 1)
  return true
}

function beginBatch(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  const { columns } = sim.copies
  const wanted = station.kind === 'front' ? 1 : sim.config.batch
  let size = 0
  while (
    size < wanted &&
    size < worker.held.length &&
    columns.deliveredAt[worker.held[size]!]! + sim.config.roundTripMicros <= sim.now
  )
    size += 1
  worker.busy = Math.max(1, size)
  countBusy(sim, station, 1)
  if (station.kind === 'front') sim.counters.peakThreads = Math.max(sim.counters.peakThreads, station.busy)
  beginAttempt(sim, station, index, station.kind !== 'redis')
}

/** On Redis an attempt is a delivery, counted by the group when it is read or claimed. */
export function beginAttempt(sim: Simulation, station: Station, index: number, counts: boolean): void {
  const worker = station.workers[index]!
  const { columns } = sim.copies
  const isFirst = columns.startedAt[worker.held[0]!]! < 0
  for (let at = 0; at < worker.busy; at += 1) {
    const slot = worker.held[at]!
    if (counts) columns.attempts[slot]! += 1
    if (columns.startedAt[slot]! < 0) columns.startedAt[slot] = sim.now
  }
  worker.calling = true
  worker.refused = false
  if (callsDependency(sim, station)) {
    worker.refused = sim.config.dependencyLimit > 0 && sim.calls >= sim.config.dependencyLimit
    sim.calls += 1
    if (worker.refused) sim.counters.dependencyRefusals += 1
  }
  worker.doneAt = sim.now + attemptMicros(sim, station, index, isFirst)
  sim.heap.push(worker.doneAt, DONE, workerSubject(station, index), worker.epoch)
}

export function endCall(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (worker.calling && callsDependency(sim, station)) sim.calls -= 1
  worker.calling = false
}

export function release(sim: Simulation, station: Station, index: number, size: number): void {
  const worker = station.workers[index]!
  for (let at = 0; at < size; at += 1) unpin(sim, worker.held[at]!)
  if (size === 1 && worker.held.length === 1) {
    // Nearly always; shifting an array costs more than all the rest here.
    worker.held.pop()
    worker.tags.pop()
  } else if (size === 1) {
    worker.held.shift()
    worker.tags.shift()
  } else {
    worker.held.splice(0, size)
    worker.tags.splice(0, size)
  }
}

/** The process is gone. Attempts it had begun end without an effect. */
export function stopWork(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  endCall(sim, station, index)
  if (worker.busy > 0) countBusy(sim, station, -1)
  worker.epoch += 1
  sim.models[station.index]!.disconnect(sim, station, index, false)
  worker.busy = 0
}
