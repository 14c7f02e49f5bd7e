import { armTick, nextInTurn, type Broker } from './broker'
import { acknowledgeOnDelivery, handOver, letGo, takeHead } from './delivery'
import { append, insertInOrder, remove } from './lists'
import { READY, UNACKED } from './pool'
import * as REASON from './reason'
import { hasAttemptsLeft, retryLater } from './retry'
import type { Simulation, Station } from './simulation'
import { acknowledge, bury, drop, log } from './transitions'
import * as LINE from './line'

// A stream with one consumer group. A worker reads COUNT = prefetch entries when it has none left. What was read lies in the pending list
// until XACK; nobody gives it back when its reader dies: another reader takes it over by XAUTOCLAIM once it has been idle long enough.

function readyCount(station: Station): number {
  return station.counts[READY]!
}

function canRead(sim: Simulation, station: Station, index: number): boolean {
  const worker = station.workers[index]!
  return worker.alive && !worker.paused && worker.held.length === 0 && sim.weather.brokerDown === 0
}

// XADD MAXLEN counts every entry, acknowledged or not; MINID (here: the queue's time to live) goes by age. Both forget unread entries too.
function trim(sim: Simulation, station: Station): void {
  const { columns } = sim.copies
  const list = station.lanes[0]!
  while (list.head >= 0 && isTrimmed(sim, station, list.head)) drop(sim, takeHead(sim, station, 0), REASON.trimmed)
  if (list.head >= 0 && sim.config.queueTtlMicros > 0)
    armTick(sim, station, columns.enteredAt[list.head]! + sim.config.queueTtlMicros)
}

function isTrimmed(sim: Simulation, station: Station, slot: number): boolean {
  const { columns } = sim.copies
  const { maxLength, overflow, queueTtlMicros } = sim.config
  const isBeyondLength = maxLength > 0 && overflow === 'dropHead' && columns.order[slot]! < station.nextOrder[0]! - maxLength
  return isBeyondLength || (queueTtlMicros > 0 && columns.enteredAt[slot]! + queueTtlMicros <= sim.now)
}

function give(sim: Simulation, station: Station, index: number, slot: number): void {
  handOver(sim, station, index, slot)
  sim.copies.columns.attempts[slot]! += 1
  if (sim.config.ack === 'before') {
    acknowledgeOnDelivery(sim, slot, index)
    return
  }
  // Nearly always the newest id, so the pending list is searched from its end.
  if (station.pending.tail < 0 || sim.copies.columns.order[station.pending.tail]! < sim.copies.columns.order[slot]!)
    append(sim.copies.columns, station.pending, slot)
  else insertInOrder(sim.copies.columns, station.pending, slot)
}

function armScan(sim: Simulation, station: Station): void {
  const { claimEveryMicros, visibilityMicros } = sim.config
  if (visibilityMicros === 0 || station.pending.length === 0) return
  armTick(sim, station, (Math.floor(sim.now / claimEveryMicros) + 1) * claimEveryMicros)
}

function settlePending(sim: Simulation, station: Station, slot: number): void {
  remove(sim.copies.columns, station.pending, slot)
}

/** XAUTOCLAIM by one idle worker: up to COUNT entries, oldest id first, that have been pending for at least min-idle. */
function claim(sim: Simulation, station: Station, index: number): void {
  const { columns } = sim.copies
  const { prefetch, visibilityMicros } = sim.config
  let claimed = 0
  for (let slot = station.pending.head; slot >= 0 && claimed < prefetch;) {
    const after = columns.next[slot]!
    if (sim.now - columns.deliveredAt[slot]! >= visibilityMicros) claimed += claimOne(sim, station, index, slot) ? 1 : 0
    slot = after
  }
}

function claimOne(sim: Simulation, station: Station, index: number, slot: number): boolean {
  settlePending(sim, station, slot)
  if (isTrimmed(sim, station, slot)) {
    drop(sim, slot, REASON.trimmed)
    return false
  }
  if (!hasAttemptsLeft(sim, slot)) {
    bury(sim, slot, REASON.deliveryLimit)
    return false
  }
  sim.counters.claimed += 1
  log(sim, LINE.claimed, slot, index, sim.copies.columns.owner[slot]!)
  give(sim, station, index, slot)
  return true
}

function hasIdleEntry(sim: Simulation, station: Station): boolean {
  const { columns } = sim.copies
  for (let slot = station.pending.head; slot >= 0; slot = columns.next[slot]!) {
    if (sim.now - columns.deliveredAt[slot]! >= sim.config.visibilityMicros) return true
  }
  return false
}

export const redis: Broker = {
  // Redis itself never says no; a publisher that must not lose asks XINFO for the group's lag first.
  admits: (sim, station) =>
    sim.config.overflow !== 'reject' || sim.config.maxLength === 0 || readyCount(station) < sim.config.maxLength,
  lane: () => 0,
  put(sim, station, slot) {
    append(sim.copies.columns, station.lanes[0]!, slot)
    trim(sim, station)
  },
  deliver(sim, station) {
    if (station.busy === station.workers.length) return -1
    const list = station.lanes[0]!
    // A claim scan that is due goes before new entries.
    if (station.scanDue) {
      const claimer = hasIdleEntry(sim, station) ? nextInTurn(sim, station, (index) => canRead(sim, station, index)) : -1
      if (claimer >= 0) {
        station.scanDue = false
        claim(sim, station, claimer)
        armScan(sim, station)
        if (station.workers[claimer]!.held.length > 0) return claimer
      }
    }
    if (list.length === 0) return -1
    const index = nextInTurn(sim, station, (candidate) => canRead(sim, station, candidate))
    if (index < 0) return -1
    for (let count = 0; count < sim.config.prefetch && list.length > 0; count += 1)
      give(sim, station, index, takeHead(sim, station, 0))
    armScan(sim, station)
    return index
  },
  isCurrent(sim, _station, index, slot, tag) {
    const { columns } = sim.copies
    return columns.state[slot] === UNACKED && columns.owner[slot] === index && columns.deliveries[slot] === tag
  },
  // XACK names the id alone: it settles the entry even when somebody else has claimed it meanwhile.
  succeed(sim, station, index, slot, tag) {
    if (sim.copies.columns.state[slot] !== UNACKED || sim.weather.brokerDown > 0) {
      sim.counters.lateAcks += 1
      log(sim, LINE.lateAck, slot, index, tag)
      return
    }
    settlePending(sim, station, slot)
    log(sim, LINE.acked, slot, index, tag)
    acknowledge(sim, slot)
  },
  fail(sim, station, index, slot, tag) {
    if (!redis.isCurrent(sim, station, index, slot, tag) || sim.weather.brokerDown > 0) return
    if (!hasAttemptsLeft(sim, slot)) {
      settlePending(sim, station, slot)
      bury(sim, slot, REASON.attempts)
    } else if (sim.config.backoff !== 'none') {
      // XACK and ZADD in one transaction; a poller adds it to the stream again when it is due.
      settlePending(sim, station, slot)
      retryLater(sim, slot)
    }
  },
  disconnect: letGo,
  atRest() {},
  watch() {},
  tick(sim, station) {
    trim(sim, station)
    const isScan = sim.config.visibilityMicros > 0 && sim.now % sim.config.claimEveryMicros === 0
    if (isScan) station.scanDue = hasIdleEntry(sim, station)
    armScan(sim, station)
  },
}
