import type { FieldName } from '@/lib/queue/settings'

/** The settings a reader reaches for first. */
export const FIRST_FIELDS: readonly FieldName[] = ['placement', 'broker', 'rate', 'workers', 'serviceMicros', 'failPermille']

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
