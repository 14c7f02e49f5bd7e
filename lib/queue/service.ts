import { SECOND } from './broker'
import type { Random } from '@/lib/simulation/random'
import { exponentialMicros, fixedMicros, happens } from '@/lib/simulation/sampling'
import type { Simulation, Station, Worker } from './simulation'

/** A call that the dependency turns away comes back after this share of a mean service time. */
const REFUSAL_SHARE = 0.1

export function serviceMicros({ config, parts }: Simulation, random: Random, mean: number): number {
  if (config.service === 'fixed') return fixedMicros(mean)
  if (config.service === 'exponential') return exponentialMicros(random, mean)
  return parts.logNormal!(random, mean, config.sigmaPercent / 100)
}

/** How long the attempt at hand takes. A request brings its own amount of work, so that both ways of the comparison do the same. */
export function attemptMicros(sim: Simulation, station: Station, index: number, isFirst: boolean): number {
  const { config, weather } = sim
  const worker = station.workers[index]!
  if (station.kind === 'front' && config.placement === 'queued') return config.apiMicros
  if (worker.refused) return Math.round(config.serviceMicros * REFUSAL_SHARE)
  const isSecond = station.index === SECOND
  const mean = isSecond ? config.secondServiceMicros : config.serviceMicros
  const request = sim.copies.columns.request[worker.held[0]!]!
  const work = isFirst && !isSecond ? sim.requests.columns.work[request]! : serviceMicros(sim, sim.streams.service, mean)
  const slowed = Math.round((work * weather.slowPercent * worker.slowPercent) / 10_000)
  return station.kind === 'front' ? config.apiMicros + slowed : slowed
}

/** The dependency is called by the workers, or by the API’s threads when the work is done inside the request. */
export function callsDependency(sim: Simulation, station: Station): boolean {
  return station.index !== SECOND && (station.kind !== 'front' || sim.config.placement === 'inline')
}

export function attemptFails(sim: Simulation, station: Station, index: number): boolean {
  if (!callsDependency(sim, station)) return false
  const worker = station.workers[index]!
  const { failPermille } = sim.config
  const failsByChance = failPermille > 0 && happens(sim.streams.failures, failPermille / 1000)
  return failsByChance || hasPoison(sim, worker) || worker.refused || sim.weather.failing > 0
}

/** One poisonous message spoils the whole batch. */
function hasPoison(sim: Simulation, worker: Worker): boolean {
  for (let at = 0; at < worker.busy; at += 1) {
    if (sim.requests.columns.poison[sim.copies.columns.request[worker.held[at]!]!] === 1) return true
  }
  return false
}
