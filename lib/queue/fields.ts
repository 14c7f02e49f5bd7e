// Every setting of a run, once: its short name in a link, its label and unit on screen, and what it may be. The link reader, the scenario
// schema and the controls are all derived from this table. Durations are whole microseconds.

export type NumberField = {
  readonly code: string
  readonly label: string
  readonly unit?: string
  readonly min: number
  readonly max: number
}
export type ChoiceField = { readonly code: string; readonly label: string; readonly choices: readonly string[] }
export type SwitchField = { readonly code: string; readonly label: string; readonly switch: true }
export type Field = NumberField | ChoiceField | SwitchField

const HOUR = 3_600_000_000

const count = <const Code extends string>(code: Code, label: string, min: number, max: number, unit?: string) =>
  ({ code, label, min, max, ...(unit === undefined ? {} : { unit }) }) satisfies NumberField
const time = <const Code extends string>(code: Code, label: string, max = HOUR, min = 0) =>
  ({ code, label, min, max, unit: 'µs' }) satisfies NumberField
const choice = <const Choices extends readonly string[]>(code: string, label: string, choices: Choices) => ({
  code,
  label,
  choices,
})
const onOff = (code: string, label: string) => ({ code, label, switch: true }) satisfies SwitchField

export const FIELDS = {
  seed: count('s', 'Seed', 0, 4_294_967_295),
  broker: choice('b', 'Broker', ['rabbitmq', 'redis', 'kafka'] as const),
  workload: choice('w', 'Workload', ['payments', 'webhooks', 'analytics'] as const),
  placement: choice('p', 'Where the work is done', ['queued', 'inline'] as const),

  messages: count('n', 'Requests', 1, 1_000_000),
  rate: count('r', 'Arrival rate', 1, 100_000, '/s'),
  burstEveryMicros: time('be', 'Burst every'),
  burstMicros: time('bl', 'Burst length'),
  burstFactor: count('bf', 'Burst factor', 1, 100, '×'),
  keys: count('k', 'Tenants', 1, 1000),
  hotPercent: count('h', 'Share of the busiest tenant', 0, 100, '%'),
  urgentPercent: count('u', 'Urgent messages', 0, 100, '%'),

  threads: count('t', 'API threads', 1, 512),
  backlog: count('tb', 'Requests allowed to wait for a thread', 0, 100_000),
  apiMicros: time('ta', 'API’s own work', 60_000_000),
  deadlineMicros: time('d', 'Client’s patience'),
  clientRetries: count('dr', 'Client’s retries', 0, 10),

  workers: count('c', 'Workers', 1, 64),
  service: choice('sv', 'Service times', ['exponential', 'fixed', 'logNormal'] as const),
  serviceMicros: time('m', 'Mean service time', 600_000_000, 1),
  sigmaPercent: count('ss', 'Spread (σ) of log-normal times', 1, 300, '%'),
  batch: count('bs', 'Messages worked on at once', 1, 1000),
  failPermille: count('f', 'Attempts that fail', 0, 1000, '‰'),
  dependencyLimit: count('dl', 'Calls the dependency takes at once (0: no limit)', 0, 1000),

  prefetch: count('pf', 'Prefetch', 1, 1000),
  roundTripMicros: time('rt', 'Round trip to the broker', 10_000_000),
  ack: choice('a', 'Acknowledge', ['after', 'before'] as const),
  visibilityMicros: time('vt', 'Visibility timeout (0: none)'),
  claimEveryMicros: time('ce', 'Claim scan every', HOUR, 100),
  attempts: count('an', 'Attempts', 1, 1000),
  backoff: choice('o', 'Backoff', ['none', 'fixed', 'exponential', 'fullJitter'] as const),
  backoffMicros: time('ob', 'Backoff base'),
  backoffCapMicros: time('oc', 'Backoff cap'),
  deadLetters: onOff('x', 'Dead-letter queue'),
  messageTtlMicros: time('mt', 'Time to live per message (0: none)'),
  queueTtlMicros: time('qt', 'Time to live per queue (0: none)'),
  maxLength: count('l', 'Maximum length (0: none)', 0, 1_000_000),
  overflow: choice('lo', 'When full', ['dropHead', 'reject'] as const),
  durable: onOff('du', 'Survives a broker restart'),
  ordered: onOff('or', 'One active consumer'),

  exchange: choice('e', 'Exchange', ['direct', 'topic', 'fanout', 'headers'] as const),
  second: choice('q', 'Second queue', ['none', 'audit', 'next'] as const),
  secondWorkers: count('qc', 'Workers of the second queue', 1, 64),
  secondServiceMicros: time('qm', 'Mean service time of the second queue', 600_000_000, 1),

  partitions: count('pn', 'Partitions', 1, 64),
  assignor: choice('pa', 'Assignor', ['range', 'cooperativeSticky'] as const),
  commit: choice('cm', 'Commit', ['each', 'batch', 'interval'] as const),
  commitEveryMicros: time('cv', 'Commit interval', HOUR, 100),
  rebalanceMicros: time('rb', 'Rebalance takes', 60_000_000),

  outbox: onOff('ox', 'Outbox'),
  outboxEveryMicros: time('oe', 'Relay reads the outbox every', 60_000_000, 100),
  dedupeMicros: time('dd', 'Idempotency keys kept for (0: off)'),
} satisfies Record<string, Field>
