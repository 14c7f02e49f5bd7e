import type { QueueConfig } from '@/lib/queue/settings'

// Who takes part in a run, by name.

export const BROKER_NAMES = { rabbitmq: 'RabbitMQ', redis: 'Redis Streams', kafka: 'Kafka' } as const

/** Who calls and what the work depends on. */
export const PARTIES = {
  payments: { callers: 'Checkout', dependency: 'Card provider' },
  webhooks: { callers: 'Orders', dependency: 'Endpoint' },
  analytics: { callers: 'Browsers', dependency: 'Warehouse' },
} as const

export function brokerNote({ broker, exchange, partitions }: QueueConfig): string {
  if (broker === 'rabbitmq') return `${exchange} exchange`
  return broker === 'redis' ? 'one group' : `${partitions} ${partitions === 1 ? 'partition' : 'partitions'}`
}
