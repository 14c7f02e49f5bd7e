import type { WorkloadName } from './settings'

/** What a message of this workload looks like to an exchange: routing key and headers. */
export type MessageType = {
  readonly routingKey: string
  readonly headers: Readonly<Record<string, string>>
}

export const MESSAGE_TYPES: Readonly<Record<WorkloadName, readonly [MessageType, MessageType]>> = {
  payments: [
    { routingKey: 'payment.captured', headers: { kind: 'payment', money: 'in' } },
    { routingKey: 'payment.refunded', headers: { kind: 'payment', money: 'out' } },
  ],
  webhooks: [
    { routingKey: 'webhook.order.created', headers: { kind: 'webhook', order: 'created' } },
    { routingKey: 'webhook.order.shipped', headers: { kind: 'webhook', order: 'shipped' } },
  ],
  analytics: [
    { routingKey: 'analytics.page', headers: { kind: 'analytics', shape: 'page' } },
    { routingKey: 'analytics.click', headers: { kind: 'analytics', shape: 'click' } },
  ],
}
