import { SECOND, WORK } from './broker'
import type { MessageType } from './message-types'

// The four exchange types of AMQP 0-9-1. A binding ties a queue to an exchange; a message goes once to every queue with a matching binding.

export type ExchangeKind = 'direct' | 'topic' | 'fanout' | 'headers'

export type Binding = {
  readonly queue: number
  readonly key: string
  /** `x-match` decides whether all or any of these must be equal; header names starting with `x-` do not take part. */
  readonly headers?: Readonly<Record<string, string>>
  readonly match?: 'all' | 'any'
}

type Routed = Pick<MessageType, 'routingKey' | 'headers'>

/** The queues, each once and in order of first binding; none means that the message is unroutable. */
export function route(kind: ExchangeKind, bindings: readonly Binding[], message: Routed): number[] {
  const matching = bindings.filter((binding) => matches(kind, binding, message))
  return [...new Set(matching.map((binding) => binding.queue))]
}

function matches(kind: ExchangeKind, binding: Binding, message: Routed): boolean {
  switch (kind) {
    case 'fanout':
      return true
    case 'direct':
      return binding.key === message.routingKey
    case 'topic':
      return topicMatches(binding.key.split('.'), message.routingKey.split('.'))
    case 'headers':
      return headersMatch(binding, message.headers)
  }
}

// `*` stands for exactly one word, `#` for any number of words, none included.
function topicMatches(pattern: readonly string[], words: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return words.length === 0
  if (first === '#') return topicMatches(rest, words) || (words.length > 0 && topicMatches(pattern, words.slice(1)))
  return words.length > 0 && (first === '*' || first === words[0]) && topicMatches(rest, words.slice(1))
}

function headersMatch(binding: Binding, headers: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(binding.headers ?? {}).filter(([name]) => !name.startsWith('x-'))
  const isEqual = ([name, value]: [string, string]): boolean => headers[name] === value
  return binding.match === 'any' ? wanted.some(isEqual) : wanted.every(isEqual)
}

/** The work queue takes every message of the workload; an audit queue takes the second type only (all of them from a fanout exchange). */
export function bindingsOf(types: readonly [MessageType, MessageType], hasAudit: boolean): Binding[] {
  const [first, second] = types
  const domain = first.routingKey.split('.')[0]!
  const work: Binding[] = [
    { queue: WORK, key: first.routingKey, headers: { kind: domain } },
    { queue: WORK, key: second.routingKey, headers: { kind: domain } },
    { queue: WORK, key: `${domain}.#`, headers: { kind: domain } },
  ]
  const lastWord = second.routingKey.split('.').at(-1)!
  const audit: Binding[] = [
    { queue: SECOND, key: second.routingKey, headers: second.headers },
    { queue: SECOND, key: `#.${lastWord}`, headers: second.headers },
  ]
  return hasAudit ? [...work, ...audit] : work
}
