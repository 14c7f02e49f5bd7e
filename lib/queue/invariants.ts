import { DEAD, DELAYED, READY, STATES, UNACKED } from './pool'
import type { Simulation, Station } from './simulation'

// The books, recounted from the messages themselves. For tests and fuzzing: slow, and never part of a run.

export function brokenInvariants(sim: Simulation): string[] {
  return sim.stations.flatMap((station) => [
    ...unbalanced(sim, station),
    ...misplaced(sim, station),
    ...overloaded(sim, station),
    ...unowned(sim, station),
  ])
}

function slotsOf(sim: Simulation, station: Station): number[] {
  const { state, station: at } = sim.copies.columns
  const slots: number[] = []
  for (let slot = 0; slot < sim.copies.used; slot += 1) if (state[slot] !== 0 && at[slot] === station.index) slots.push(slot)
  return slots
}

/** published = acked + ready + unacked + delayed + dead + dropped. */
function unbalanced(sim: Simulation, station: Station): string[] {
  const problems: string[] = []
  const sum = station.counts.reduce((total, count) => total + count, 0)
  if (sum !== station.published) problems.push(`queue ${station.index}: published ${station.published}, accounted for ${sum}`)
  const recount = new Array<number>(STATES).fill(0)
  for (const slot of slotsOf(sim, station)) recount[sim.copies.columns.state[slot]!]! += 1
  for (const state of [READY, UNACKED, DELAYED, DEAD]) {
    if (recount[state] !== station.counts[state])
      problems.push(`queue ${station.index}: state ${state} counted ${station.counts[state]}, found ${recount[state]}`)
  }
  if (station.counts.some((count) => count < 0)) problems.push(`queue ${station.index}: negative count`)
  const inside = station.counts[READY]! + station.counts[UNACKED]! + station.counts[DELAYED]!
  if (inside !== station.inside) problems.push(`queue ${station.index}: ${inside} inside, booked ${station.inside}`)
  return problems
}

function listed(sim: Simulation, head: number): number[] {
  const slots: number[] = []
  for (let slot = head; slot >= 0; slot = sim.copies.columns.next[slot]!) slots.push(slot)
  return slots
}

/** Every ready message is in a lane, every lane is in order, and lists are as long as they say. */
function misplaced(sim: Simulation, station: Station): string[] {
  const { state, order } = sim.copies.columns
  const problems: string[] = []
  let ready = 0
  for (const list of [...station.lanes, station.pending, station.dead]) {
    const slots = listed(sim, list.head)
    if (slots.length !== list.length) problems.push(`queue ${station.index}: a list of ${slots.length} says ${list.length}`)
    ready += slots.filter((slot) => state[slot] === READY).length
    const isSorted = slots.every((slot, at) => at === 0 || order[slots[at - 1]!]! < order[slot]!)
    if (list !== station.dead && !isSorted) problems.push(`queue ${station.index}: a lane is out of order`)
  }
  if (ready !== station.counts[READY]) problems.push(`queue ${station.index}: ${station.counts[READY]} ready, ${ready} in lanes`)
  if (listed(sim, station.dead.head).some((slot) => state[slot] !== DEAD))
    problems.push(`queue ${station.index}: something alive among the dead`)
  return problems
}

/** In hand at most prefetch per worker, unacknowledged at most prefetch x consumers, attempts at most the maximum. */
function overloaded(sim: Simulation, station: Station): string[] {
  const { attempts, state } = sim.copies.columns
  const { config } = sim
  const problems: string[] = []
  const limit = station.kind === 'front' ? 1 : station.kind === 'rabbitmq' && config.ack === 'before' ? 1000 : config.prefetch
  station.workers.forEach((worker, index) => {
    if (worker.held.length > limit) problems.push(`worker ${index} holds ${worker.held.length}, allowed ${limit}`)
    if (worker.busy > worker.held.length || (worker.busy > 0 && !worker.alive))
      problems.push(`worker ${index} is busy with nothing`)
    if (worker.held.length !== worker.tags.length) problems.push(`worker ${index} lost count of its deliveries`)
  })
  if (station.kind === 'rabbitmq' && station.counts[UNACKED]! > config.prefetch * station.workers.length) {
    problems.push(`${station.counts[UNACKED]} unacked, allowed ${config.prefetch} x ${station.workers.length}`)
  }
  for (const slot of slotsOf(sim, station)) {
    const tried = attempts[slot]!
    if ((state[slot] === READY || state[slot] === UNACKED) && tried > config.attempts)
      problems.push(`message tried ${tried} times, allowed ${config.attempts}`)
  }
  return problems
}

/** A partition's messages are in the hands of its owner alone, in the order of their offsets. */
function unowned(sim: Simulation, station: Station): string[] {
  if (station.kind !== 'kafka') return []
  const { lane, order } = sim.copies.columns
  const problems: string[] = []
  station.workers.forEach((worker, index) => {
    const last = new Map<number, number>()
    worker.held.slice(worker.busy).forEach((slot) => {
      const partition = lane[slot]!
      const isOwn = station.owners[partition] === index || !worker.member || !worker.alive
      if (!isOwn)
        problems.push(`worker ${index} holds a message of partition ${partition}, which ${station.owners[partition]} owns`)
      if (order[slot]! <= (last.get(partition) ?? -1)) problems.push(`worker ${index} holds partition ${partition} out of order`)
      last.set(partition, order[slot]!)
    })
  })
  station.committed.forEach((offset, partition) => {
    const isBehind = offset <= station.processed[partition]! && station.processed[partition]! <= station.nextOrder[partition]!
    if (!isBehind)
      problems.push(
        `partition ${partition}: committed ${offset}, worked off ${station.processed[partition]}, end ${station.nextOrder[partition]}`,
      )
  })
  return problems
}
