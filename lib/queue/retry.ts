import type { Random } from '@/lib/simulation/random'
import { BACK } from './broker'
import * as REASON from './reason'
import type { QueueConfig } from './settings'
import type { Simulation, Station } from './simulation'
import { bury, delay, log, pin } from './transitions'
import * as LINE from './line'

/** Microseconds to wait after the given failed attempt (the first is 1). Full jitter: uniform between 0 and the exponential delay. */
export function backoffMicros(config: QueueConfig, random: Random, attempt: number): number {
  const base = config.backoffMicros
  const cap = Math.max(base, config.backoffCapMicros)
  if (config.backoff === 'none') return 0
  if (config.backoff === 'fixed') return base
  let ceiling = base
  for (let doubling = 1; doubling < attempt && ceiling < cap; doubling += 1) ceiling *= 2
  ceiling = Math.min(ceiling, cap)
  return config.backoff === 'exponential' ? ceiling : Math.floor(random.unit() * (ceiling + 1))
}

/** Where a retry must not let later messages pass: it waits in the worker's hands. */
export function retriesInPlace(sim: Simulation, station: Station): boolean {
  return station.kind === 'front' || station.kind === 'kafka' || sim.config.ordered
}

export function hasAttemptsLeft(sim: Simulation, slot: number): boolean {
  return sim.copies.columns.attempts[slot]! < sim.config.attempts
}

/** Sends an unacknowledged copy, out of every list, to the wait queue. */
export function retryLater(sim: Simulation, slot: number): void {
  const { columns } = sim.copies
  const wait = backoffMicros(sim.config, sim.streams.backoff, columns.attempts[slot]!)
  delay(sim, slot)
  columns.owner[slot] = -1
  pin(sim, slot)
  sim.counters.retried += 1
  sim.heap.push(sim.now + wait, BACK, slot, columns.deliveries[slot])
  log(sim, LINE.retryAt, slot, columns.station[slot]!, wait)
}

export function giveUp(sim: Simulation, slot: number): void {
  bury(sim, slot, sim.config.backoff === 'none' ? REASON.deliveryLimit : REASON.rejected)
}
