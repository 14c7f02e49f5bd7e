import { write } from './journal'
import * as LINE from './line'
import { append, remove } from './lists'
import { ACKED, DEAD, DELAYED, DROPPED, freeSlot, READY, takeSlot } from './pool'
import * as REASON from './reason'
import type { Simulation, Station } from './simulation'

// Every change of a message's state goes through here, so that the books balance: published = acked + ready + unacked + delayed + dead + dropped.

export function log(sim: Simulation, code: number, slot: number, place: number, value: number): void {
  const request = sim.copies.columns.request[slot]!
  logRequest(sim, code, request, place, value)
}

export function logRequest(sim: Simulation, code: number, request: number, place: number, value: number): void {
  const { id, key } = sim.requests.columns
  write(sim.journal, sim.now, code, id[request]!, key[request]!, place, value)
}

/** A line about no message in particular. */
export function note(sim: Simulation, code: number, place: number, value: number): void {
  write(sim.journal, sim.now, code, -1, -1, place, value)
}

export function setState(sim: Simulation, slot: number, state: number): void {
  const { columns } = sim.copies
  const { counts } = sim.stations[columns.station[slot]!]!
  counts[columns.state[slot]!]! -= 1
  counts[state]! += 1
  columns.state[slot] = state
}

function countInside(sim: Simulation, station: Station, change: number): void {
  station.insideArea += station.inside * (sim.now - station.areaAt)
  station.busyArea += station.busy * (sim.now - station.areaAt)
  station.areaAt = sim.now
  station.inside += change
}

export function countBusy(sim: Simulation, station: Station, change: number): void {
  countInside(sim, station, 0)
  station.busy += change
}

/** A new copy, ready but in no list yet. */
export function createCopy(sim: Simulation, station: Station, request: number, lane: number): number {
  const slot = takeSlot(sim.copies)
  const { columns } = sim.copies
  const { queueTtlMicros, messageTtlMicros } = sim.config
  // Only RabbitMQ expires messages by itself; on Redis and Kafka the queue's time to live is a matter of trimming, the message's of its reader.
  const ttl = Math.min((station.kind === 'rabbitmq' && queueTtlMicros) || Infinity, messageTtlMicros || Infinity)
  columns.request[slot] = request
  columns.station[slot] = station.index
  columns.state[slot] = READY
  columns.lane[slot] = lane
  columns.order[slot] = station.nextOrder[lane]!++
  columns.attempts[slot] = 0
  columns.deliveries[slot] = 0
  columns.owner[slot] = -1
  columns.enteredAt[slot] = sim.now
  columns.startedAt[slot] = -1
  columns.expiresAt[slot] = station.kind === 'front' ? Infinity : sim.now + ttl
  columns.deaths[slot] = 0
  columns.pins[slot] = 1
  sim.requests.columns.pins[request]! += 1
  station.published += 1
  station.counts[READY]! += 1
  countInside(sim, station, 1)
  return slot
}

export function pin(sim: Simulation, slot: number): void {
  sim.copies.columns.pins[slot]! += 1
}

export function unpin(sim: Simulation, slot: number): void {
  const { columns } = sim.copies
  columns.pins[slot]! -= 1
  if (columns.pins[slot]! > 0) return
  columns.state[slot] = 0
  unpinRequest(sim, columns.request[slot]!)
  freeSlot(sim.copies, slot)
}

/** When nothing in the system knows of a request any more, what became of it is settled. */
export function unpinRequest(sim: Simulation, request: number): void {
  const { columns } = sim.requests
  columns.pins[request]! -= 1
  if (columns.pins[request]! > 0) return
  if (columns.effects[request] === 0 && columns.fate[request] === 0) {
    sim.counters.lost += 1
    logRequest(sim, LINE.lost, request, -1, 0)
  }
  freeSlot(sim.requests, request)
}

function leave(sim: Simulation, slot: number, state: number): void {
  const { columns } = sim.copies
  const station = sim.stations[columns.station[slot]!]!
  setState(sim, slot, state)
  countInside(sim, station, -1)
  station.sojournSum += sim.now - columns.enteredAt[slot]!
  station.departures += 1
  sim.counters.lastLeftAt = sim.now
}

export function acknowledge(sim: Simulation, slot: number): void {
  leave(sim, slot, ACKED)
  unpin(sim, slot)
}

/** Out of every list already. */
export function drop(sim: Simulation, slot: number, reason: number): void {
  log(sim, LINE.dropped, slot, sim.copies.columns.station[slot]!, reason)
  // A broker that forgets on restart breaks its promise; every other drop is what the settings asked for.
  if (reason !== REASON.restart) sim.requests.columns.fate[sim.copies.columns.request[slot]!] = 1
  leave(sim, slot, DROPPED)
  unpin(sim, slot)
}

/** To the dead-letter queue, if there is one. Deaths are counted per reason, as RabbitMQ's x-death header does. */
export function bury(sim: Simulation, slot: number, reason: number): void {
  if (!sim.config.deadLetters) {
    drop(sim, slot, reason)
    return
  }
  const { columns } = sim.copies
  const station = sim.stations[columns.station[slot]!]!
  columns.reason[slot] = reason
  countDeath(sim, slot, reason)
  leave(sim, slot, DEAD)
  columns.owner[slot] = -1
  append(columns, station.dead, slot)
  sim.counters.died += 1
  log(sim, LINE.dead, slot, station.index, reason)
}

function countDeath(sim: Simulation, slot: number, reason: number): void {
  if (reason < REASON.COUNTED && deathCount(sim, slot, reason) < 255) sim.copies.columns.deaths[slot]! += 1 << (8 * reason)
}

export function deathCount(sim: Simulation, slot: number, reason: number): number {
  return (sim.copies.columns.deaths[slot]! >>> (8 * reason)) & 255
}

/** Into the wait queue; a nack without requeue is a death of its own in RabbitMQ's books. */
export function delay(sim: Simulation, slot: number): void {
  if (sim.stations[sim.copies.columns.station[slot]!]!.kind === 'rabbitmq') countDeath(sim, slot, REASON.rejected)
  setState(sim, slot, DELAYED)
}

/** Out of the dead-letter queue and ready, in no list, its attempts forgotten. */
export function exhume(sim: Simulation, slot: number): void {
  const { columns } = sim.copies
  const station = sim.stations[columns.station[slot]!]!
  remove(columns, station.dead, slot)
  setState(sim, slot, READY)
  countInside(sim, station, 1)
  columns.enteredAt[slot] = sim.now
  columns.attempts[slot] = 0
  columns.expiresAt[slot] = Infinity
}
