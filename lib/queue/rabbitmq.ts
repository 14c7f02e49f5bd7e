import { armTick, armWatch, nextInTurn, type Broker } from './broker'
import { acknowledgeOnDelivery, handOver, letGo, takeHead, watchOldest } from './delivery'
import { append, insertInOrder } from './lists'
import { MESSAGE_TYPES } from './message-types'
import { READY, UNACKED } from './pool'
import * as REASON from './reason'
import { giveUp, hasAttemptsLeft, retryLater } from './retry'
import { bindingsOf, route } from './routing'
import type { Simulation, Station } from './simulation'
import { acknowledge, bury, log, setState } from './transitions'
import * as LINE from './line'

/** With automatic acknowledgement prefetch does not count; only TCP holds the broker back. */
const SOCKET_BUFFER = 1000

function readyCount(station: Station): number {
  return station.counts[READY]!
}

// A message expires when it has come to the head of its queue, not before: one with a short life behind one with a long life waits for it.
function buryExpiredHeads(sim: Simulation, station: Station): void {
  const { columns } = sim.copies
  for (let lane = 0; lane < station.lanes.length; lane += 1) {
    const list = station.lanes[lane]!
    while (list.head >= 0 && columns.expiresAt[list.head]! <= sim.now) buryHead(sim, station, lane, REASON.expired)
    if (list.head >= 0 && columns.expiresAt[list.head]! < Infinity) armTick(sim, station, columns.expiresAt[list.head]!)
  }
}

function buryHead(sim: Simulation, station: Station, lane: number, reason: number): void {
  bury(sim, takeHead(sim, station, lane), reason)
}

function enforceLength(sim: Simulation, station: Station): void {
  const { maxLength, overflow } = sim.config
  if (maxLength === 0 || overflow !== 'dropHead') return
  // The head is the oldest of the least urgent.
  while (readyCount(station) > maxLength) buryHead(sim, station, station.lanes[1]!.length > 0 ? 1 : 0, REASON.maxlen)
}

function hasRoom(sim: Simulation, station: Station, index: number): boolean {
  const worker = station.workers[index]!
  return worker.alive && worker.held.length < (sim.config.ack === 'before' ? SOCKET_BUFFER : sim.config.prefetch)
}

function requeue(sim: Simulation, station: Station, slot: number): void {
  if (!hasAttemptsLeft(sim, slot)) {
    bury(sim, slot, REASON.deliveryLimit)
    return
  }
  const { columns } = sim.copies
  setState(sim, slot, READY)
  columns.owner[slot] = -1
  // Back to its place if possible: nearer to the head than anything published later.
  insertInOrder(columns, station.lanes[columns.lane[slot]!]!, slot)
  log(sim, LINE.requeued, slot, station.index, columns.deliveries[slot]!)
}

function isCurrent(sim: Simulation, _station: Station, index: number, slot: number, tag: number): boolean {
  const { columns } = sim.copies
  return columns.state[slot] === UNACKED && columns.owner[slot] === index && columns.deliveries[slot] === tag
}

export const rabbitmq: Broker = {
  admits: (sim, station) =>
    sim.config.overflow !== 'reject' || sim.config.maxLength === 0 || readyCount(station) < sim.config.maxLength,
  lane: (sim, request) => 1 - sim.requests.columns.urgent[request]!,
  put(sim, station, slot) {
    const { columns } = sim.copies
    append(columns, station.lanes[columns.lane[slot]!]!, slot)
    if (columns.expiresAt[slot]! < Infinity) buryExpiredHeads(sim, station)
  },
  deliver(sim, station) {
    if (readyCount(station) > 0) {
      const index = nextInTurn(sim, station, (candidate) => hasRoom(sim, station, candidate))
      if (index >= 0) {
        const mayExpire = sim.config.queueTtlMicros + sim.config.messageTtlMicros > 0
        if (mayExpire) buryExpiredHeads(sim, station)
        if (readyCount(station) === 0) return -1
        const slot = takeHead(sim, station, station.lanes[0]!.length > 0 ? 0 : 1)
        if (mayExpire) buryExpiredHeads(sim, station)
        handOver(sim, station, index, slot)
        if (sim.config.ack === 'before') acknowledgeOnDelivery(sim, slot, index)
        else watchOldest(sim, station, index)
        return index
      }
    }
    // What goes straight to a consumer never counts towards the length.
    enforceLength(sim, station)
    return -1
  },
  isCurrent,
  succeed(sim, station, index, slot, tag) {
    if (!isCurrent(sim, station, index, slot, tag)) {
      sim.counters.lateAcks += 1
      log(sim, LINE.lateAck, slot, index, tag)
      return
    }
    log(sim, LINE.acked, slot, index, tag)
    acknowledge(sim, slot)
  },
  fail(sim, station, index, slot, tag) {
    if (!isCurrent(sim, station, index, slot, tag)) return
    if (!hasAttemptsLeft(sim, slot)) giveUp(sim, slot)
    else if (sim.config.backoff === 'none') requeue(sim, station, slot)
    else retryLater(sim, slot)
  },
  disconnect(sim, station, index, works) {
    const worker = station.workers[index]!
    const held = worker.held.map((slot, at) => ({ slot, tag: worker.tags[at]! }))
    for (const { slot, tag } of held) {
      if (isCurrent(sim, station, index, slot, tag)) requeue(sim, station, slot)
    }
    letGo(sim, station, index, works)
    buryExpiredHeads(sim, station)
  },
  atRest() {},
  // consumer_timeout: the channel of a consumer that sits on a delivery is closed, and all it holds goes back.
  watch(sim, station, index) {
    const worker = station.workers[index]!
    const oldest = worker.held.findIndex((slot, at) => isCurrent(sim, station, index, slot, worker.tags[at]!))
    if (oldest < 0) return
    const dueAt = sim.copies.columns.deliveredAt[worker.held[oldest]!]! + sim.config.visibilityMicros
    if (dueAt > sim.now) {
      armWatch(sim, station, index, dueAt)
      return
    }
    log(sim, LINE.channelClosed, worker.held[oldest]!, index, sim.config.visibilityMicros)
    rabbitmq.disconnect(sim, station, index, true)
  },
  tick: buryExpiredHeads,
  routes({ workload, exchange, second }) {
    const types = MESSAGE_TYPES[workload]
    return types.map((type) => route(exchange, bindingsOf(types, second === 'audit'), type))
  },
}
