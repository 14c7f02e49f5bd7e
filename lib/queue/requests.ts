import { exponentialMicros, happens } from '@/lib/simulation/sampling'
import { PATIENCE, RELAY } from './broker'
import { takeSlot } from './pool'
import { publish } from './publish'
import { serviceMicros } from './service'
import type { Simulation } from './simulation'
import { record } from './tape'
import { createCopy, logRequest, unpinRequest } from './transitions'
import { pump } from './work'
import { FIRST_TYPE_PERCENT } from './message-mix'
import * as LINE from './line'

/** Poisson arrivals; in a burst the rate is higher. An exponential gap has no memory, so it may start anew at every change of the rate. */
export function scheduleArrival(sim: Simulation): void {
  const { burstEveryMicros, burstMicros, burstFactor, rate, messages } = sim.config
  if (sim.made >= messages) {
    sim.nextArrivalAt = Infinity
    return
  }
  let from = sim.now
  for (;;) {
    const phase = burstEveryMicros > 0 ? from % burstEveryMicros : 0
    const isBurst = burstEveryMicros > 0 && phase < burstMicros
    const changesAt =
      burstEveryMicros === 0 ? Infinity : from - phase + (isBurst ? Math.min(burstMicros, burstEveryMicros) : burstEveryMicros)
    const gap = exponentialMicros(sim.streams.arrivals, 1e6 / (isBurst ? rate * burstFactor : rate))
    sim.nextArrivalAt = from + gap
    if (sim.nextArrivalAt <= changesAt) return
    from = changesAt
  }
}

export function arrive(sim: Simulation): void {
  const { config, counters, weather } = sim
  const random = sim.streams.arrivals
  const request = takeSlot(sim.requests)
  const { columns } = sim.requests
  const isHot = config.hotPercent > 0 && happens(random, config.hotPercent / 100)
  const cold = config.hotPercent > 0 && config.keys > 1 ? 1 + random.below(config.keys - 1) : random.below(config.keys)
  columns.id[request] = sim.made
  columns.key[request] = isHot ? 0 : cold
  columns.type[request] = random.below(100) < FIRST_TYPE_PERCENT[config.workload] ? 0 : 1
  columns.urgent[request] = config.urgentPercent > 0 && random.below(100) < config.urgentPercent ? 1 : 0
  columns.work[request] = serviceMicros(sim, random, config.serviceMicros)
  columns.poison[request] = weather.poisonNext > 0 ? 1 : 0
  columns.bornAt[request] = sim.now
  columns.effects[request] = 0
  columns.tries[request] = 0
  columns.fate[request] = 0
  columns.pins[request] = 1
  if (weather.poisonNext > 0) weather.poisonNext -= 1
  sim.made += 1
  counters.requests += 1
  counters.lastArrivalAt = sim.now
  scheduleArrival(sim)
  submit(sim, request)
  unpinRequest(sim, request)
}

function submit(sim: Simulation, request: number): void {
  const { columns } = sim.requests
  const { clientRetries, deadlineMicros } = sim.config
  columns.submittedAt[request] = sim.now
  if (deadlineMicros > 0 && columns.tries[request]! < clientRetries) {
    columns.pins[request]! += 1
    sim.heap.push(sim.now + deadlineMicros, PATIENCE, request)
  }
  if (!sim.plan.hasFront) {
    accept(sim, request)
    return
  }
  const station = sim.stations[0]!
  if (!sim.models[0]!.admits(sim, station)) {
    refuse(sim, request)
    return
  }
  sim.models[0]!.put(sim, station, createCopy(sim, station, request, 0))
  pump(sim, station)
}

/** The client has waited long enough. Unless the work is done it asks again, and the first attempt goes on all the same. */
export function losePatience(sim: Simulation, request: number): void {
  if (sim.requests.columns.effects[request] === 0) {
    sim.requests.columns.tries[request]! += 1
    sim.counters.resubmitted += 1
    logRequest(sim, LINE.resubmitted, request, -1, sim.requests.columns.tries[request]!)
    submit(sim, request)
  }
  unpinRequest(sim, request)
}

/** The job's row is committed; now its event must get out. Between the two writes lies the gap that an outbox closes. */
export function accept(sim: Simulation, request: number): void {
  if (sim.config.outbox) {
    sim.requests.columns.pins[request]! += 1
    sim.outbox.push(request)
    logRequest(sim, LINE.outboxed, request, -1, sim.outbox.length)
    respond(sim, request, 'accepted', -1)
    armRelay(sim)
  } else if (sim.weather.crashing > 0) {
    respond(sim, request, 'failed', -1)
  } else if (publish(sim, request, sim.plan.routes[sim.requests.columns.type[request]!]!)) {
    respond(sim, request, 'accepted', -1)
  } else {
    refuse(sim, request)
  }
}

function refuse(sim: Simulation, request: number): void {
  sim.counters.refused += 1
  sim.series.open.refused += 1
  sim.requests.columns.fate[request] = 1
  logRequest(sim, LINE.refused, request, -1, 503)
}

export function respond(sim: Simulation, request: number, kind: 'accepted' | 'answered' | 'failed', thread: number): void {
  const latency = sim.now - sim.requests.columns.submittedAt[request]!
  sim.counters[kind] += 1
  record(sim.samples.api, latency)
  const line = kind === 'accepted' ? LINE.accepted : kind === 'answered' ? LINE.answered : LINE.failed
  logRequest(sim, line, request, thread, latency)
}

export function armRelay(sim: Simulation): void {
  const { outboxEveryMicros } = sim.config
  if (sim.relayAt < Infinity || sim.outbox.length === 0 || sim.weather.brokerDown > 0 || sim.weather.relayCrashed) return
  sim.relayAt = (Math.floor(sim.now / outboxEveryMicros) + 1) * outboxEveryMicros
  sim.heap.push(sim.relayAt, RELAY, 0)
}

/** Publishes the outbox in order. If the relay dies after publishing and before it marks the rows, they go out again: at least once. */
export function relay(sim: Simulation): void {
  sim.relayAt = Infinity
  if (sim.weather.relayCrashed) return
  let sent = 0
  for (const request of sim.outbox) {
    if (!publish(sim, request, sim.plan.routes[sim.requests.columns.type[request]!]!)) break
    logRequest(sim, LINE.relayed, request, -1, 0)
    sent += 1
  }
  if (sim.weather.crashing > 0) {
    sim.weather.relayCrashed = true
    return
  }
  for (const request of sim.outbox.splice(0, sent)) unpinRequest(sim, request)
  armRelay(sim)
}
