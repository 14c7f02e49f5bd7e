import type { QueueConfig, WorkloadName } from './settings'

const SHARED: QueueConfig = {
  seed: 1,
  broker: 'rabbitmq',
  workload: 'payments',
  placement: 'queued',
  messages: 2000,
  rate: 40,
  burstEveryMicros: 0,
  burstMicros: 0,
  burstFactor: 1,
  keys: 40,
  hotPercent: 0,
  urgentPercent: 0,
  threads: 32,
  backlog: 64,
  apiMicros: 4000,
  deadlineMicros: 0,
  clientRetries: 0,
  workers: 8,
  service: 'exponential',
  serviceMicros: 120_000,
  sigmaPercent: 60,
  batch: 1,
  failPermille: 0,
  dependencyLimit: 0,
  prefetch: 1,
  roundTripMicros: 1000,
  ack: 'after',
  visibilityMicros: 30_000_000,
  claimEveryMicros: 1_000_000,
  attempts: 5,
  backoff: 'fullJitter',
  backoffMicros: 500_000,
  backoffCapMicros: 30_000_000,
  deadLetters: true,
  messageTtlMicros: 0,
  queueTtlMicros: 0,
  maxLength: 0,
  overflow: 'reject',
  durable: true,
  ordered: false,
  exchange: 'topic',
  second: 'none',
  secondWorkers: 2,
  secondServiceMicros: 20_000,
  partitions: 12,
  assignor: 'cooperativeSticky',
  commit: 'each',
  commitEveryMicros: 5_000_000,
  rebalanceMicros: 300_000,
  outbox: false,
  outboxEveryMicros: 50_000,
  dedupeMicros: 0,
  actions: [],
}

/** Payments: an idempotency key, an outbox, strict order per tenant (by partition on Kafka; by one active consumer elsewhere, which `ordered` asks for). */
const PAYMENTS: Partial<QueueConfig> = { outbox: true, dedupeMicros: 3_600_000_000 }

/** Webhooks: an endpoint that fails one call in eight, long backoff, then the dead-letter queue. */
const WEBHOOKS: Partial<QueueConfig> = {
  rate: 60,
  workers: 16,
  service: 'logNormal',
  serviceMicros: 180_000,
  failPermille: 125,
  attempts: 8,
  backoffMicros: 1_000_000,
  backoffCapMicros: 600_000_000,
}

/** Analytics: bulk, batched and sheddable; under pressure the oldest go first, and nobody retries for long. */
const ANALYTICS: Partial<QueueConfig> = {
  messages: 10_000,
  rate: 800,
  workers: 4,
  service: 'fixed',
  serviceMicros: 60_000,
  batch: 50,
  prefetch: 100,
  attempts: 2,
  backoff: 'fixed',
  deadLetters: false,
  maxLength: 5000,
  overflow: 'dropHead',
  commit: 'batch',
}

export const WORKLOADS: Readonly<Record<WorkloadName, QueueConfig>> = {
  payments: { ...SHARED, ...PAYMENTS },
  webhooks: { ...SHARED, ...WEBHOOKS, workload: 'webhooks' },
  analytics: { ...SHARED, ...ANALYTICS, workload: 'analytics' },
}

export function configOf(settings: Partial<QueueConfig>): QueueConfig {
  return { ...WORKLOADS[settings.workload ?? 'payments'], ...settings }
}
