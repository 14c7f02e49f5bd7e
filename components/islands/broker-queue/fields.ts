import type { FieldName } from '@/lib/queue/settings'

/** The settings a reader reaches for first, and all others by what they belong to. */
export const FIRST_FIELDS: readonly FieldName[] = ['placement', 'broker', 'rate', 'workers', 'serviceMicros', 'failPermille']

export const FIELD_GROUPS: Readonly<Record<string, readonly FieldName[]>> = {
  Load: ['workload', 'messages', 'seed', 'burstEveryMicros', 'burstMicros', 'burstFactor', 'keys', 'hotPercent', 'urgentPercent'],
  API: ['threads', 'backlog', 'apiMicros', 'deadlineMicros', 'clientRetries', 'outbox', 'outboxEveryMicros'],
  Workers: ['service', 'sigmaPercent', 'batch', 'dependencyLimit', 'dedupeMicros', 'prefetch', 'ack', 'ordered'],
  Retries: ['attempts', 'backoff', 'backoffMicros', 'backoffCapMicros', 'deadLetters', 'visibilityMicros', 'claimEveryMicros'],
  Queue: ['exchange', 'messageTtlMicros', 'queueTtlMicros', 'maxLength', 'overflow', 'durable', 'roundTripMicros'],
  'Partitions and group': ['partitions', 'assignor', 'commit', 'commitEveryMicros', 'rebalanceMicros'],
  'Second queue': ['second', 'secondWorkers', 'secondServiceMicros'],
}

const WORDS: Readonly<Record<string, string>> = {
  queued: 'Enqueue, answer 202',
  inline: 'Inside the request',
  rabbitmq: 'RabbitMQ',
  redis: 'Redis Streams',
  kafka: 'Kafka',
  logNormal: 'log-normal',
  fullJitter: 'full jitter',
  dropHead: 'drop the oldest',
  reject: 'reject the newest',
  cooperativeSticky: 'cooperative sticky',
  after: 'after the work',
  before: 'before the work',
  each: 'after each message',
  batch: 'after each batch',
  interval: 'at intervals',
  audit: 'an audit that reads all',
  next: 'a second step',
}

export const choiceText = (choice: string): string => WORDS[choice] ?? choice
