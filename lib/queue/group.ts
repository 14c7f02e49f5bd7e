import { rangeAssignment, stickyAssignment } from './assignors'
import { armTick, armWatch } from './broker'
import { letGo } from './delivery'
import { note, unpin } from './transitions'
import * as LINE from './line'
import { commitPartition, commitWorker, rewindPartition } from './partitions'
import type { Simulation, Station } from './simulation'

// The consumer group. A member answers between two batches, so a rebalance lasts as long as the slowest batch. With the range assignor all stop
// and give back everything; with the cooperative one all go on, and only partitions that move are given back, in a second round.

/** Kafka's default session timeout, where the visibility timeout is switched off. */
const DEFAULT_SESSION = 45_000_000

export function sessionMicros(sim: Simulation): number {
  return sim.config.visibilityMicros || DEFAULT_SESSION
}

export function isCooperative(sim: Simulation): boolean {
  return sim.config.assignor === 'cooperativeSticky'
}

function isResponsive(station: Station, index: number): boolean {
  const worker = station.workers[index]!
  return worker.alive && !worker.paused
}

export function membersOf(station: Station): number[] {
  return station.workers.flatMap((worker, index) => (worker.member ? [index] : []))
}

export function targetAssignment(sim: Simulation, station: Station): number[] {
  const members = membersOf(station)
  return isCooperative(sim) ? stickyAssignment(members, station.owners) : rangeAssignment(members, station.owners.length)
}

export function startRebalance(sim: Simulation, station: Station): void {
  sim.counters.rebalances += 1
  station.phase = 'joining'
  station.timerAt = Infinity
  note(sim, LINE.rebalancing, station.index, membersOf(station).length)
  for (const worker of station.workers) {
    worker.joined = false
    worker.revoking = []
  }
  station.workers.forEach((worker, index) => {
    if (worker.member && worker.busy === 0 && isResponsive(station, index)) join(sim, station, index)
  })
  if (station.phase === 'joining') armTick(sim, station, sim.now + sessionMicros(sim))
  completeIfAllJoined(sim, station)
}

export function join(sim: Simulation, station: Station, index: number): void {
  station.workers[index]!.joined = true
  if (!isCooperative(sim)) {
    commitWorker(sim, station, index)
    letGo(sim, station, index, false)
  }
  completeIfAllJoined(sim, station)
}

// The coordinator also waits for a member that is dead already, until its session runs out.
function completeIfAllJoined(sim: Simulation, station: Station): void {
  if (station.phase === 'joining' && station.workers.every((worker) => worker.joined || !worker.member)) sync(sim, station)
}

function sync(sim: Simulation, station: Station): void {
  station.phase = 'syncing'
  station.timerAt = Infinity
  armTick(sim, station, sim.now + sim.config.rebalanceMicros)
}

export function leaveGroup(sim: Simulation, station: Station, index: number): void {
  station.workers[index]!.member = false
  note(sim, LINE.memberLeft, index, sessionMicros(sim))
  startRebalance(sim, station)
}

/** A worker that comes back, or was shut out while it worked, joins as a new member: what it had fetched is no longer its own. */
export function rejoin(sim: Simulation, station: Station, index: number): void {
  letGo(sim, station, index, false)
  station.owners.forEach((owner, partition) => {
    if (owner !== index) return
    rewindPartition(sim, station, partition)
    station.owners[partition] = -1
  })
  station.workers[index]!.member = true
  startRebalance(sim, station)
}

export function groupTick(sim: Simulation, station: Station): void {
  if (station.phase === 'joining') {
    for (const worker of station.workers) if (!worker.joined) worker.member = false
    completeIfAllJoined(sim, station)
  } else if (station.phase === 'syncing') {
    assign(sim, station)
  }
}

function assign(sim: Simulation, station: Station): void {
  station.phase = 'stable'
  const target = targetAssignment(sim, station)
  target.forEach((member, partition) => {
    const owner = station.owners[partition]!
    const mustBeGivenBack = isCooperative(sim) && owner >= 0 && owner !== member && station.workers[owner]!.member
    if (mustBeGivenBack) station.workers[owner]!.revoking.push(partition)
    else if (owner !== member || !isCooperative(sim)) moveTo(sim, station, partition, member)
  })
  station.workers.forEach((worker, index) => {
    if (worker.revoking.length === 0) return
    station.phase = 'revoking'
    if (worker.busy === 0 && isResponsive(station, index)) revoke(sim, station, index)
  })
  secondRoundIfRevoked(sim, station)
}

function moveTo(sim: Simulation, station: Station, partition: number, member: number): void {
  rewindPartition(sim, station, partition)
  station.owners[partition] = member
  note(sim, LINE.assigned, member, partition)
}

export function revoke(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  for (const partition of worker.revoking) {
    commitPartition(sim, station, partition)
    releaseHeld(sim, station, index, partition)
    rewindPartition(sim, station, partition)
    station.owners[partition] = -1
  }
  worker.revoking = []
  secondRoundIfRevoked(sim, station)
}

function releaseHeld(sim: Simulation, station: Station, index: number, partition: number): void {
  const { held, tags } = station.workers[index]!
  for (let at = held.length - 1; at >= 0; at -= 1) {
    if (sim.copies.columns.lane[held[at]!] !== partition) continue
    unpin(sim, held[at]!)
    held.splice(at, 1)
    tags.splice(at, 1)
  }
}

function secondRoundIfRevoked(sim: Simulation, station: Station): void {
  if (station.phase === 'revoking' && station.workers.every((worker) => worker.revoking.length === 0)) sync(sim, station)
}

/** Heartbeats stop when a process dies or is paused; one that works on a batch for too long stops polling. Either way it is out. */
export function watchMember(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (!worker.member) return
  const isLost = !isResponsive(station, index)
  if (!isLost && worker.held.length === 0) return
  // While it waits to try again it goes on polling.
  const since = isLost ? worker.lostAt : worker.calling ? worker.polledAt : sim.now
  if (since + sessionMicros(sim) <= sim.now) leaveGroup(sim, station, index)
  else armWatch(sim, station, index, since + sessionMicros(sim))
}
