import { append, remove } from './lists'
import { READY } from './pool'
import * as REASON from './reason'
import type { Simulation, Station } from './simulation'
import * as LINE from './line'
import { acknowledge, drop, note, setState } from './transitions'

// Kafka's log, one list per partition: [committed ... fetched | cursor ... end]. Messages leave it when their offset is committed.

export function appendToPartition(sim: Simulation, station: Station, slot: number): void {
  const { columns } = sim.copies
  const partition = columns.lane[slot]!
  append(columns, station.lanes[partition]!, slot)
  if (station.cursor[partition] === -1) station.cursor[partition] = slot
  applyRetention(sim, station, partition)
}

export function advanceCursor(sim: Simulation, station: Station, partition: number): number {
  const slot = station.cursor[partition]!
  station.cursor[partition] = sim.copies.columns.next[slot]!
  return slot
}

export function takeOut(sim: Simulation, station: Station, slot: number): void {
  const { columns } = sim.copies
  const partition = columns.lane[slot]!
  if (station.cursor[partition] === slot) station.cursor[partition] = columns.next[slot]!
  remove(columns, station.lanes[partition]!, slot)
}

/** Retention forgets by length and age, whether or not the group has read that far. */
export function applyRetention(sim: Simulation, station: Station, partition: number): void {
  const { columns } = sim.copies
  const { maxLength, overflow, queueTtlMicros } = sim.config
  if (maxLength === 0 && queueTtlMicros === 0) return
  const oldestKept = maxLength > 0 && overflow === 'dropHead' ? station.nextOrder[partition]! - maxLength : 0
  for (let slot = station.cursor[partition]!; slot >= 0; slot = station.cursor[partition]!) {
    const isTooOld = queueTtlMicros > 0 && columns.enteredAt[slot]! + queueTtlMicros <= sim.now
    if (columns.order[slot]! >= oldestKept && !isTooOld) return
    takeOut(sim, station, slot)
    drop(sim, slot, REASON.retention)
  }
}

export function commitPartition(sim: Simulation, station: Station, partition: number): void {
  const { columns } = sim.copies
  const list = station.lanes[partition]!
  const upTo = station.processed[partition]!
  if (sim.weather.brokerDown > 0 || upTo <= station.committed[partition]!) return
  station.committed[partition] = upTo
  while (list.head >= 0 && columns.order[list.head]! < upTo) {
    const slot = list.head
    takeOut(sim, station, slot)
    acknowledge(sim, slot)
  }
  note(sim, LINE.committed, partition, upTo)
}

export function commitWorker(sim: Simulation, station: Station, index: number): void {
  station.workers[index]!.commitAt = Infinity
  for (let partition = 0; partition < station.owners.length; partition += 1) {
    if (station.owners[partition] === index) commitPartition(sim, station, partition)
  }
}

/** A new owner starts at the committed offset: whatever was fetched beyond it is read again, and nobody remembers its attempts. */
export function rewindPartition(sim: Simulation, station: Station, partition: number): void {
  const { columns } = sim.copies
  const list = station.lanes[partition]!
  for (let slot = list.head; slot >= 0 && slot !== station.cursor[partition]; slot = columns.next[slot]!) {
    setState(sim, slot, READY)
    columns.owner[slot] = -1
    columns.attempts[slot] = 0
  }
  station.cursor[partition] = list.head
  station.processed[partition] = station.committed[partition]!
  applyRetention(sim, station, partition)
}
