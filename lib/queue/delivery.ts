import { remove } from './lists'
import { UNACKED } from './pool'
import { armWatch } from './broker'
import type { Simulation, Station } from './simulation'
import { acknowledge, log, pin, setState, unpin } from './transitions'
import * as LINE from './line'

/** Puts a ready copy, out of its lane already, into a worker's hands. */
export function handOver(sim: Simulation, station: Station, index: number, slot: number): void {
  const { columns } = sim.copies
  const worker = station.workers[index]!
  const deliveries = columns.deliveries[slot]! + 1
  columns.deliveries[slot] = deliveries
  columns.deliveredAt[slot] = sim.now
  columns.owner[slot] = index
  pin(sim, slot)
  worker.held.push(slot)
  worker.tags.push(deliveries)
  setState(sim, slot, UNACKED)
  if (station.kind === 'front') return
  if (deliveries > 1) sim.counters.redelivered += 1
  log(sim, deliveries > 1 ? LINE.redelivered : LINE.delivered, slot, index, deliveries)
}

/** At most once: the broker forgets the message as soon as it is out of its hands. */
export function acknowledgeOnDelivery(sim: Simulation, slot: number, index: number): void {
  log(sim, LINE.acked, slot, index, 0)
  acknowledge(sim, slot)
}

/** Watches how long the oldest delivery of this worker stays unanswered. */
export function watchOldest(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  const oldest = worker.held[0]
  if (oldest === undefined || worker.watched || sim.config.visibilityMicros === 0) return
  armWatch(sim, station, index, Math.max(sim.now, sim.copies.columns.deliveredAt[oldest]! + sim.config.visibilityMicros))
}

/** Forgets what the worker holds, or all but what it has begun. */
export function letGo(sim: Simulation, station: Station, index: number, keepsBusy: boolean): void {
  const worker = station.workers[index]!
  const kept = keepsBusy ? worker.busy : 0
  for (const slot of worker.held.slice(kept)) unpin(sim, slot)
  worker.held.length = kept
  worker.tags.length = kept
}

export function takeHead(sim: Simulation, station: Station, lane: number): number {
  const list = station.lanes[lane]!
  const slot = list.head
  remove(sim.copies.columns, list, slot)
  return slot
}
