import { countDone } from './series'
import type { Simulation } from './simulation'
import { log } from './transitions'
import { record } from './tape'
import * as LINE from './line'

/** An idempotency key seen within the window: the work has been done already. */
export function isKnownEffect(sim: Simulation, request: number): boolean {
  const { effects, effectAt } = sim.requests.columns
  return sim.config.dedupeMicros > 0 && effects[request]! > 0 && sim.now - effectAt[request]! <= sim.config.dedupeMicros
}

export function countDeduped(sim: Simulation, slot: number, place: number): void {
  sim.counters.deduped += 1
  log(sim, LINE.deduped, slot, place, 0)
}

/** The work has been done: the card charged, the endpoint called, the row written. */
export function applyEffect(sim: Simulation, slot: number, place: number): void {
  const { columns } = sim.requests
  const request = sim.copies.columns.request[slot]!
  if (isKnownEffect(sim, request)) {
    countDeduped(sim, slot, place)
    return
  }
  columns.effects[request]! += 1
  columns.effectAt[request] = sim.now
  if (columns.effects[request]! > 1) {
    sim.counters.duplicates += 1
    log(sim, LINE.effectTwice, slot, place, columns.effects[request]!)
    return
  }
  recordFirstEffect(sim, slot, request, place)
}

function recordFirstEffect(sim: Simulation, slot: number, request: number, place: number): void {
  const { columns } = sim.requests
  const { startedAt, enteredAt } = sim.copies.columns
  const { counters, config } = sim
  const latency = sim.now - columns.bornAt[request]!
  counters.completed += 1
  if (config.deadlineMicros === 0 || latency <= config.deadlineMicros) counters.inTime += 1
  record(sim.samples.endToEnd, latency)
  record(sim.samples.wait, startedAt[slot]! - enteredAt[slot]!)
  countDone(sim.series, latency)
  log(sim, LINE.effect, slot, place, latency)
  const key = columns.key[request]!
  if (columns.id[request]! < sim.lastDone[key]!) {
    counters.outOfOrder += 1
    log(sim, LINE.outOfOrder, slot, place, sim.lastDone[key]!)
  } else {
    sim.lastDone[key] = columns.id[request]!
  }
}
