import { passSpan, type Strand } from './journey'
import { fullJitter, narrow, sampleAt, wide } from './luck'
import type { Outcome, Part } from './span'
import type { StageId } from './stages'
import type { World } from './world'

/** Where a request's luck is looked up. Jobs that may be tried again have room for four attempts. */
export const place = {
  gap: 0,
  operation: 1,
  visibility: 2,
  flaw: 3,
  client: 4,
  key: 5,
  tenant: 6,
  poll: 7,
  backoff: 8,
  redelivery: 12,
} as const

/** Whose work it is, and the place of its luck. Narrow (sigma 0.25) for machinery, wide (sigma 0.6) where the work itself differs. */
const jobs = {
  dnsLookup: ['dns', 20, narrow],
  edgeWork: ['edge', 24, narrow],
  wafCheck: ['waf', 28, narrow],
  balancerHop: ['balancer', 32, narrow],
  gatewayWork: ['gateway', 36, narrow],
  validation: ['gateway', 40, narrow],
  tokenCheck: ['authentication', 44, narrow],
  roleCheck: ['authorisation', 48, narrow],
  controllerWork: ['controller', 52, wide],
  cacheTrip: ['cache', 56, narrow],
  queryWork: ['query', 60, wide],
  outboxWrite: ['outbox', 64, narrow],
  publishWork: ['outbox', 68, narrow],
  workerTime: ['worker', 72, wide],
} as const satisfies Record<string, readonly [StageId, number, Float64Array]>

export type Job = keyof typeof jobs

export function jobMicros({ settings, pace }: World, { journey }: Strand, job: Job, attempt = 1): number {
  const [stage, from, table] = jobs[job]
  return pace[stage] * sampleAt(journey.luck, from + attempt, table, settings[job])
}

export function doJob(world: World, strand: Strand, job: Job, outcome: Outcome = 'ok', part: Part = 'whole'): void {
  passSpan(strand, jobs[job][0], part, jobMicros(world, strand, job), outcome)
}

export function backOff({ settings }: World, strand: Strand, stage: 'controller' | 'worker'): void {
  const { attempt, journey } = strand
  const from = stage === 'worker' ? place.redelivery : place.backoff
  passSpan(strand, stage, 'backoff', fullJitter(journey.luck, from + attempt, attempt, settings.backoffBase, settings.backoffCap))
  strand.attempt += 1
}
