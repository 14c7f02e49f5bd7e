import { ACTIONS, type QueueConfig } from './settings'
import type { LineKind } from './line-names'
import type { Line } from './journal-lines'
import { REASONS } from './reason-names'

// The log in words: each broker's own.

type Broker = QueueConfig['broker']

const NAMES: Readonly<Record<Broker, string>> = { rabbitmq: 'RabbitMQ', redis: 'Redis Streams', kafka: 'Kafka' }
const PUBLISH: Readonly<Record<Broker, string>> = {
  rabbitmq: 'basic.publish, confirmed',
  redis: 'XADD',
  kafka: 'appended to partition',
}
const DELIVER: Readonly<Record<Broker, string>> = { rabbitmq: 'basic.deliver', redis: 'XREADGROUP', kafka: 'fetched' }
const ACK: Readonly<Record<Broker, string>> = { rabbitmq: 'basic.ack', redis: 'XACK', kafka: 'committed' }
const LATE: Readonly<Record<Broker, string>> = {
  rabbitmq: 'ack refused: unknown delivery tag',
  redis: 'XACK answered 0: not pending',
  kafka: 'commit refused: no longer a member or not its partition',
}

export function duration(micros: number): string {
  if (micros < 1000) return `${micros} µs`
  if (micros < 1_000_000) return `${trimmed(micros / 1000)} ms`
  return `${trimmed(micros / 1_000_000)} s`
}

function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const TEXTS: Readonly<Record<LineKind, (line: Line, broker: Broker) => string>> = {
  ready: (line, broker) => `System ready: ${NAMES[broker]}, ${line.value} ${line.value === 1 ? 'worker' : 'workers'}`,
  accepted: (line) => `202 Accepted after ${duration(line.value)}`,
  answered: (line) => `200 OK after ${duration(line.value)}`,
  refused: () => '503 Service Unavailable',
  failed: (line) => `500 or connection lost after ${duration(line.value)}`,
  resubmitted: (line) => `client lost patience and asks again (${line.value})`,
  outboxed: (line) => `row and event committed together; outbox holds ${line.value}`,
  relayed: () => 'relay published it from the outbox',
  published: (line, broker) =>
    PUBLISH[broker] + (broker === 'kafka' ? ` ${line.value}` : line.place === 2 ? ' to the second queue' : ''),
  unroutable: () => 'no binding matches: returned',
  delivered: (line, broker) => `${DELIVER[broker]} to worker ${line.place}`,
  redelivered: (line, broker) => `${DELIVER[broker]} to worker ${line.place}, redelivered (delivery ${line.value})`,
  acked: (line, broker) => `${ACK[broker]} by worker ${line.place}`,
  committed: (line) => `partition ${line.place}: offset ${line.value} committed`,
  attemptFailed: (line) => `attempt ${line.value} failed on worker ${line.place}`,
  retryAt: (line) => `to be tried again in ${duration(line.value)}`,
  requeued: () => 'back in the queue, at its old place',
  claimed: (line) => `XAUTOCLAIM: worker ${line.place} takes it over from worker ${line.value}`,
  dead: (line) => `dead-lettered: ${REASONS[line.value]}`,
  dropped: (line) => `dropped: ${REASONS[line.value]}`,
  redriven: () => 'redriven from the dead-letter queue',
  effect: (line) => `done by worker ${line.place}, ${duration(line.value)} after the request`,
  effectTwice: (line) => `done again (${line.value} times now)`,
  deduped: () => 'known idempotency key: nothing done',
  lateAck: (line, broker) => `worker ${line.place}: ${LATE[broker]}`,
  lost: () => 'lost: accepted, and nobody knows of it any more',
  outOfOrder: (line) => `out of order: message ${line.value} of this tenant was done before`,
  channelClosed: (line) => `worker ${line.place}: no acknowledgement for ${duration(line.value)}, channel closed`,
  memberLeft: (line) => `worker ${line.place} is out of the group after ${duration(line.value)}`,
  rebalancing: (line) => `group of ${line.value} rebalances`,
  assigned: (line) =>
    line.place < 0 ? `partition ${line.value} has no reader` : `partition ${line.value} goes to worker ${line.place}`,
  begins: (line) => `${ACTIONS[line.value]} begins${onTarget(line)}`,
  ends: (line) => `${ACTIONS[line.value]} ends${onTarget(line)}`,
}

function onTarget(line: Line): string {
  return line.place < 0 ? '' : ` (${line.place})`
}

export function lineText(line: Line, broker: Broker): string {
  return TEXTS[line.kind](line, broker)
}

/** One line of the JSONL export. */
export function lineJson(line: Line, broker: Broker): string {
  const { at, kind, id, key, place, value } = line
  return JSON.stringify({
    micros: at,
    kind,
    ...(id < 0 ? {} : { message: id, tenant: key }),
    place,
    value,
    text: lineText(line, broker),
  })
}
