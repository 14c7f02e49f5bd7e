import { createAgenda, type Agenda } from './agenda'
import type { SettingOverrides, Settings } from './assumptions'
import { createBackendRing, type BackendRing } from './backend-ring'
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker'
import { createExpiringCache, type ExpiringCache } from './expiring-cache'
import type { Scenario } from './scenario'
import { createServerPool, type ServerPool } from './server-pool'
import { stageIds, type FailureMode, type StageId, type Toggles } from './stages'
import { createTokenBucket, type TokenBucket } from './token-bucket'

/** What all requests of a run share. */
export type World = {
  readonly scenario: Scenario
  readonly settings: Settings
  readonly toggles: Readonly<Record<StageId, FailureMode>>
  /** By how much a stage's own work takes longer than usual. */
  readonly pace: Readonly<Record<StageId, number>>
  readonly seed: number
  readonly agenda: Agenda
  readonly edgeCache: ExpiringCache
  readonly appCache: ExpiringCache
  readonly buckets: readonly TokenBucket[]
  readonly ring: BackendRing
  readonly breaker: CircuitBreaker
  readonly pool: ServerPool
  readonly workers: ServerPool
  /** Where the latest failure that the breaker counted came from. */
  databaseFault: StageId
}

export type RunOptions = {
  readonly seed?: number
  readonly toggles?: Toggles
  readonly settings?: SettingOverrides
}

export function createWorld(scenario: Scenario, options: RunOptions): World {
  const settings = { ...scenario.settings, ...options.settings }
  const toggles = effectiveToggles(scenario.toggles, options.toggles ?? {})
  const entries = settings.tenants * settings.keys
  return {
    scenario,
    settings,
    toggles,
    pace: paceOf(toggles, settings.slowFactor),
    seed: options.seed ?? scenario.seed,
    agenda: createAgenda(),
    edgeCache: createExpiringCache(settings.keys, settings.edgeTtl, scenario.start.edge),
    appCache: createExpiringCache(entries, settings.cacheTtl, scenario.start.cache),
    buckets: Array.from({ length: settings.tenants }, () => createTokenBucket(settings.bucketRate, settings.bucketBurst)),
    ring: createBackendRing(settings.backends, settings.backendFails, settings.backendCooldown),
    breaker: createCircuitBreaker(settings.breakerWindow, settings.breakerPercent, settings.breakerCooldown),
    pool: createServerPool(poolSize(settings.poolSize, toggles.pool)),
    workers: createServerPool(settings.workers),
    databaseFault: 'query',
  }
}

// Leaked connections: three in four when the pool is slow, all of them when it fails.
function poolSize(size: number, mode: FailureMode | undefined): number {
  if (mode === 'fail') return 0
  return mode === 'slow' ? Math.max(1, Math.floor(size / 4)) : size
}

function paceOf(toggles: Toggles, slowFactor: number): Readonly<Record<StageId, number>> {
  const pace = {} as Record<StageId, number>
  for (const stage of stageIds) pace[stage] = toggles[stage] === 'slow' ? slowFactor : 1
  return pace
}

/** What the reader sets of a stage comes before what the scenario says of it. */
function effectiveToggles(ofScenario: Toggles, ofReader: Toggles): Record<StageId, FailureMode> {
  const toggles = {} as Record<StageId, FailureMode>
  for (const stage of stageIds) toggles[stage] = ofReader[stage] ?? ofScenario[stage] ?? 'ok'
  return toggles
}
