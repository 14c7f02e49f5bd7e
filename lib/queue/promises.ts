import type { ActionKind, QueueConfig } from './settings'
import { DELAYED, READY, UNACKED } from './pool'
import type { Simulation } from './simulation'

// What the settings promise, and whether the run keeps it. For tests and fuzzing.

export function brokenPromises(sim: Simulation, isDrained: boolean): string[] {
  const { config, counters } = sim
  const problems: string[] = []
  if (neverLoses(config) && counters.lost > 0) problems.push(`at least once, but ${counters.lost} lost`)
  if (neverDuplicates(config) && counters.duplicates > 0) problems.push(`at most once, but ${counters.duplicates} done twice`)
  if (isIdempotent(config) && counters.duplicates > 0) problems.push(`idempotency keys, but ${counters.duplicates} done twice`)
  if (keepsOrder(config) && counters.outOfOrder > 0) problems.push(`ordered, but ${counters.outOfOrder} out of order`)
  return isDrained ? [...problems, ...unfinished(sim), ...littleIsWrong(sim)] : problems
}

function does(config: QueueConfig, ...kinds: ActionKind[]): boolean {
  return config.actions.some((action) => kinds.includes(action.kind))
}

export function neverLoses(config: QueueConfig): boolean {
  return (config.ack === 'after' || config.placement === 'inline') && config.durable && (config.outbox || !does(config, 'crash'))
}

export function neverDuplicates(config: QueueConfig): boolean {
  const sendsOnce = config.clientRetries === 0 && !does(config, 'duplicate', 'crash')
  return sendsOnce && (config.ack === 'before' || config.placement === 'inline')
}

export function isIdempotent(config: QueueConfig): boolean {
  return config.dedupeMicros >= 3_600_000_000
}

function forgetsSome(config: QueueConfig): boolean {
  return config.queueTtlMicros > 0 || config.messageTtlMicros > 0 || (config.maxLength > 0 && config.overflow === 'dropHead')
}

/**
 * By partition on Kafka; on RabbitMQ with one active consumer. On Redis entries of a dead reader come after younger ones. And where messages are
 * forgotten, a member that was shut out may still finish one that its successor never saw.
 */
export function keepsOrder(config: QueueConfig): boolean {
  if (forgetsSome(config)) return false
  if (
    config.clientRetries > 0 ||
    config.ack === 'before' ||
    !config.durable ||
    does(config, 'redrive') ||
    config.placement === 'inline'
  )
    return false
  if (config.broker === 'kafka') return true
  return (
    config.broker === 'rabbitmq' && config.ordered && config.batch === 1 && config.urgentPercent === 0 && config.second !== 'next'
  )
}

/** When all is well again, nothing may be left over. */
function unfinished(sim: Simulation): string[] {
  const { config } = sim
  const staysBroken = config.actions.some(
    (action) => action.last === 0 && ['kill', 'pause', 'restart', 'crash'].includes(action.kind),
  )
  const nobodyClaims = config.broker === 'redis' && config.visibilityMicros === 0
  if (staysBroken || nobodyClaims) return []
  const left = sim.stations.flatMap((station) =>
    [READY, UNACKED, DELAYED].flatMap((state) =>
      station.counts[state]! > 0 ? [`queue ${station.index}: ${station.counts[state]} left in state ${state}`] : [],
    ),
  )
  return sim.outbox.length > 0 ? [...left, `${sim.outbox.length} left in the outbox`] : left
}

/** Little's law: the time integral of the number inside is the sum of the times spent inside. */
function littleIsWrong(sim: Simulation): string[] {
  return sim.stations.flatMap((station) => {
    const isWrong = station.inside === 0 && Math.abs(station.insideArea - station.sojournSum) > 1e-9 * station.sojournSum
    return isWrong ? [`queue ${station.index}: integral ${station.insideArea}, sum of times ${station.sojournSum}`] : []
  })
}
