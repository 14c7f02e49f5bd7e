import type { WorkloadName } from './settings'

/** What a message of this workload looks like to an exchange: routing key, headers, and its share of the traffic. */
export type MessageType = {
  readonly routingKey: string
  readonly headers: Readonly<Record<string, string>>
  readonly percent: number
}

export const MESSAGE_TYPES: Readonly<Record<WorkloadName, readonly [MessageType, MessageType]>> = {
  payments: [
    { routingKey: 'payment.captured', headers: { kind: 'payment', money: 'in' }, percent: 90 },
    { routingKey: 'payment.refunded', headers: { kind: 'payment', money: 'out' }, percent: 10 },
  ],
  webhooks: [
    { routingKey: 'webhook.order.created', headers: { kind: 'webhook', order: 'created' }, percent: 70 },
    { routingKey: 'webhook.order.shipped', headers: { kind: 'webhook', order: 'shipped' }, percent: 30 },
  ],
  analytics: [
    { routingKey: 'analytics.page', headers: { kind: 'analytics', shape: 'page' }, percent: 80 },
    { routingKey: 'analytics.click', headers: { kind: 'analytics', shape: 'click' }, percent: 20 },
  ],
}
