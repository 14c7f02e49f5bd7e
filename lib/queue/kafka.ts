import { armWatch, COMMIT, workerSubject, type Broker } from './broker'
import { handOver, letGo } from './delivery'
import { groupTick, isCooperative, join, rejoin, revoke, sessionMicros, targetAssignment, watchMember } from './group'
import { partitionOf } from './murmur2'
import { advanceCursor, appendToPartition, applyRetention, commitPartition, commitWorker, takeOut } from './partitions'
import { READY, UNACKED } from './pool'
import * as REASON from './reason'
import type { Simulation, Station, Worker } from './simulation'
import { bury, log } from './transitions'
import * as LINE from './line'

// A partitioned log and one consumer group. There is no acknowledgement per message, only an offset per partition, and no retry by the
// broker: a failed message is tried again in place, so order holds, and is at last published to the dead-letter topic and passed over.

function canPoll({ held, alive, paused, member }: Worker): boolean {
  return held.length === 0 && alive && !paused && member
}

function nextToPoll(sim: Simulation, station: Station): number {
  const { cursor, owners, workers } = station
  if (sim.weather.brokerDown > 0 || (station.phase !== 'stable' && !isCooperative(sim))) return -1
  let partition = station.turn
  for (let left = cursor.length; left > 0; left -= 1) {
    partition = partition + 1 < cursor.length ? partition + 1 : 0
    if (cursor[partition]! < 0) continue
    const owner = owners[partition]!
    if (owner >= 0 && canPoll(workers[owner]!)) return owner
  }
  return -1
}

function poll(sim: Simulation, station: Station, index: number): void {
  const { length } = station.cursor
  const worker = station.workers[index]!
  const first = station.turn + 1
  let room = sim.config.prefetch
  worker.polledAt = sim.now
  for (let step = 0; step < length && room > 0; step += 1) {
    const partition = (first + step) % length
    if (station.owners[partition] !== index) continue
    applyRetention(sim, station, partition)
    for (; room > 0 && station.cursor[partition]! >= 0; room -= 1) {
      handOver(sim, station, index, advanceCursor(sim, station, partition))
      station.turn = partition
    }
    if (sim.config.ack === 'before') commitFetched(sim, station, partition)
  }
  armWatch(sim, station, index, sim.now + sessionMicros(sim))
}

/** At most once: the offset is committed before the work. */
function commitFetched(sim: Simulation, station: Station, partition: number): void {
  const cursor = station.cursor[partition]!
  station.processed[partition] = cursor >= 0 ? sim.copies.columns.order[cursor]! : station.nextOrder[partition]!
  commitPartition(sim, station, partition)
}

function isCurrent(sim: Simulation, station: Station, index: number, slot: number, tag: number): boolean {
  const { columns } = sim.copies
  const isOwner = station.owners[columns.lane[slot]!] === index && station.workers[index]!.member
  return isOwner && columns.state[slot] === UNACKED && columns.owner[slot] === index && columns.deliveries[slot] === tag
}

function commitByMode(sim: Simulation, station: Station, index: number, slot: number): void {
  const worker = station.workers[index]!
  const { commit, commitEveryMicros } = sim.config
  const endsBatch = worker.held.at(-1) === slot
  if (commit === 'each') commitPartition(sim, station, sim.copies.columns.lane[slot]!)
  else if (commit === 'batch' && endsBatch) commitWorker(sim, station, index)
  else if (commit === 'interval' && worker.commitAt === Infinity) {
    worker.commitAt = sim.now + commitEveryMicros
    sim.heap.push(worker.commitAt, COMMIT, workerSubject(station, index))
  } else if (commit === 'interval' && endsBatch && sim.now >= worker.commitAt) commitWorker(sim, station, index)
}

export const kafka: Broker = {
  // A producer is never refused for a slow reader; one that wants to be asks for the group's lag.
  admits: (sim, station) =>
    sim.config.overflow !== 'reject' || sim.config.maxLength === 0 || station.counts[READY]! < sim.config.maxLength,
  lane: (sim, request) => sim.plan.lanesOfKeys[sim.requests.columns.key[request]!]!,
  put: appendToPartition,
  deliver(sim, station) {
    if (station.counts[READY] === 0 || station.busy === station.workers.length) return -1
    const index = nextToPoll(sim, station)
    if (index >= 0) poll(sim, station, index)
    return index
  },
  isCurrent,
  succeed(sim, station, index, slot, tag) {
    if (!isCurrent(sim, station, index, slot, tag)) {
      sim.counters.lateAcks += 1
      log(sim, LINE.lateAck, slot, index, tag)
      return
    }
    const { columns } = sim.copies
    station.processed[columns.lane[slot]!] = columns.order[slot]! + 1
    commitByMode(sim, station, index, slot)
  },
  fail(sim, station, index, slot, tag) {
    if (!isCurrent(sim, station, index, slot, tag)) return
    const { columns } = sim.copies
    const partition = columns.lane[slot]!
    commitPartition(sim, station, partition)
    takeOut(sim, station, slot)
    station.processed[partition] = columns.order[slot]! + 1
    commitPartition(sim, station, partition)
    bury(sim, slot, REASON.attempts)
    commitByMode(sim, station, index, slot)
  },
  disconnect(sim, station, index, works) {
    letGo(sim, station, index, works)
    station.workers[index]!.commitAt = Infinity
    armWatch(sim, station, index, sim.now + sessionMicros(sim))
  },
  atRest(sim, station, index) {
    const worker = station.workers[index]!
    if (!worker.alive || worker.paused) return
    if (!worker.member) rejoin(sim, station, index)
    else if (worker.revoking.length > 0) revoke(sim, station, index)
    else if (station.phase === 'joining' && !worker.joined) join(sim, station, index)
    if (worker.held.length === 0 && worker.commitAt <= sim.now) commitWorker(sim, station, index)
  },
  watch: watchMember,
  tick: groupTick,
  open(sim, station) {
    station.owners = targetAssignment(sim, station)
  },
  // The auto-commit timer: a consumer with nothing in hand commits now, any other when it polls next.
  commit(sim, station, index) {
    const worker = station.workers[index]!
    if (worker.commitAt <= sim.now && worker.alive && !worker.paused && worker.held.length === 0)
      commitWorker(sim, station, index)
  },
  restart(sim, station) {
    station.workers.forEach((worker, index) => {
      if (worker.alive && worker.member) commitWorker(sim, station, index)
    })
  },
  lanesOfKeys: ({ keys, partitions }) => Array.from({ length: keys }, (_, key) => partitionOf(`tenant-${key}`, partitions)),
}
