export const settingKeys = [
  'clientEdgeRtt',
  'edgeOriginRtt',
  'dnsLookup',
  'dnsTimeout',
  'edgeWork',
  'wafCheck',
  'balancerHop',
  'connectTimeout',
  'backendCooldown',
  'gatewayWork',
  'validation',
  'tokenCheck',
  'roleCheck',
  'controllerWork',
  'deadline',
  'cacheTrip',
  'cacheTimeout',
  'cacheTtl',
  'edgeTtl',
  'poolTimeout',
  'queryWork',
  'queryTimeout',
  'backoffBase',
  'backoffCap',
  'breakerCooldown',
  'outboxWrite',
  'relayPoll',
  'publishWork',
  'workerTime',
  'rate',
  'bucketRate',
  'bucketBurst',
  'tenants',
  'keys',
  'backends',
  'backendsDown',
  'backendFails',
  'poolSize',
  'workers',
  'attempts',
  'workerAttempts',
  'breakerWindow',
  'breakerPercent',
  'writeShare',
  'publicShare',
  'newClients',
  'flawShare',
  'responseBytes',
  'bandwidth',
  'slowFactor',
] as const

export type SettingKey = (typeof settingKeys)[number]
export type Settings = Readonly<Record<SettingKey, number>>
export type SettingOverrides = Readonly<Partial<Record<SettingKey, number>>>

export type Unit = 'time' | 'percent' | 'count' | 'per-second' | 'bytes' | 'megabit'

/** What the model takes for granted is data (content/lifecycle/assumptions.yaml); times are whole microseconds here. */
export type Assumption = { readonly preset: number; readonly least: number; readonly most: number; readonly unit: Unit }
export type Assumptions = Readonly<Record<SettingKey, Assumption>>
