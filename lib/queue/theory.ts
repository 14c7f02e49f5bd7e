import { exponential, integerPower } from '@/lib/simulation/arithmetic'
import { naturalLog } from '@/lib/simulation/natural-log'

// Closed forms. Rates are per second, times in seconds. At utilisation 1 and above there is no steady state, and the answer is null.

export type QueueTheory = {
  readonly utilisation: number
  /** Mean time before service and in the system. */
  readonly waiting: number
  readonly sojourn: number
  /** Mean numbers, by Little's law. */
  readonly inQueue: number
  readonly inSystem: number
}

function byLittle(arrivals: number, waiting: number, service: number, utilisation: number): QueueTheory {
  return {
    utilisation,
    waiting,
    sojourn: waiting + service,
    inQueue: arrivals * waiting,
    inSystem: arrivals * (waiting + service),
  }
}

/** M/G/1, Pollaczek-Khinchine: Poisson arrivals, any service times. `spread` is the squared coefficient of variation. */
export function mg1(arrivals: number, service: number, spread: number): QueueTheory | null {
  const utilisation = arrivals * service
  if (utilisation >= 1) return null
  return byLittle(arrivals, (utilisation * service * (1 + spread)) / (2 * (1 - utilisation)), service, utilisation)
}

export function mm1(arrivals: number, service: number): QueueTheory | null {
  return mg1(arrivals, service, 1)
}

export function md1(arrivals: number, service: number): QueueTheory | null {
  return mg1(arrivals, service, 0)
}

/** Time in an M/M/1 system that a share `percent` does not exceed; it is exponential. */
export function mm1SojournPercentile(arrivals: number, service: number, percent: number): number | null {
  const theory = mm1(arrivals, service)
  return theory === null ? null : -theory.sojourn * naturalLog(1 - percent / 100)
}

/** Erlang C: the probability of having to wait. */
export function erlangC(load: number, servers: number): number {
  // Erlang B by its recursion, which never overflows.
  let blocking = 1
  for (let n = 1; n <= servers; n += 1) blocking = (load * blocking) / (n + load * blocking)
  return (servers * blocking) / (servers - load * (1 - blocking))
}

export function mmc(arrivals: number, service: number, servers: number): QueueTheory | null {
  const load = arrivals * service
  if (load >= servers) return null
  return byLittle(arrivals, (erlangC(load, servers) * service) / (servers - load), service, load / servers)
}

/** Waiting time in M/M/c that a share `percent` does not exceed; 0 when fewer than the rest have to wait at all. */
export function mmcWaitPercentile(arrivals: number, service: number, servers: number, percent: number): number | null {
  const load = arrivals * service
  if (load >= servers) return null
  const beyond = 1 - percent / 100
  return Math.max(0, (naturalLog(erlangC(load, servers) / beyond) * service) / (servers - load))
}

/** M/M/c with room for `capacity` in all. Always has a steady state; the waits are of those let in. */
export function mmck(
  arrivals: number,
  service: number,
  servers: number,
  capacity: number,
): QueueTheory & { readonly blocked: number } {
  const load = arrivals * service
  let weight = 1
  let total = 1
  let queued = 0
  let busy = 0
  for (let n = 1; n <= capacity; n += 1) {
    weight *= load / Math.min(n, servers)
    total += weight
    queued += weight * Math.max(0, n - servers)
    busy += weight * Math.min(n, servers)
  }
  const blocked = weight / total
  const admitted = arrivals * (1 - blocked)
  return { ...byLittle(admitted, queued / total / admitted, service, busy / total / servers), blocked }
}

/** M/M/1 whose served messages come back with probability `fails`: it works on arrivals / (1 - fails). */
export function feedback(arrivals: number, service: number, fails: number): QueueTheory | null {
  return mm1(arrivals, service / (1 - fails))
}

/** Cobham: mean waits of non-preemptive priority classes in M/M/1, most urgent first. A class without a steady state is null. */
export function cobham(arrivals: readonly number[], service: number): (number | null)[] {
  const residual = arrivals.reduce((sum, rate) => sum + rate, 0) * service * service
  let above = 0
  return arrivals.map((rate) => {
    const upTo = above + rate * service
    const wait = upTo >= 1 ? null : residual / ((1 - above) * (1 - upTo))
    above = upTo
    return wait
  })
}

/** Burke: what leaves M/M/1 is Poisson again, so queues in a row are independent. Mean time through all of them. */
export function tandem(arrivals: number, services: readonly number[]): number | null {
  let total = 0
  for (const service of services) {
    const theory = mm1(arrivals, service)
    if (theory === null) return null
    total += theory.sojourn
  }
  return total
}

/** The share that fails `attempts` times in a row. */
export function deadFraction(fails: number, attempts: number): number {
  return integerPower(fails, attempts)
}

/** The share of deliveries that outlive the visibility timeout T, e^(-mu T), when somebody looks every `scan` seconds. */
export function duplicateFraction(service: number, timeout: number, scan = 0): number {
  const seen = scan === 0 ? 1 : (1 - exponential(-scan / service)) / (scan / service)
  return exponential(-timeout / service) * seen
}

/** Seconds until a backlog is worked off, or null while it grows. */
export function drainSeconds(backlog: number, arrivals: number, service: number, servers: number): number | null {
  const spare = servers / service - arrivals
  return spare <= 0 ? null : backlog / spare
}
