import { describe, expect, it } from 'vitest'
import { bindingsOf, route, type Binding } from '@/lib/queue/routing'
import { MESSAGE_TYPES } from '@/lib/queue/message-types'
import { publish } from '@/lib/queue/publish'
import { ended, linesOf, stoppedAt } from './small-run'

const message = (routingKey: string, headers: Record<string, string> = {}) => ({ routingKey, headers })
const bound = (...keys: string[]): Binding[] => keys.map((key, queue) => ({ queue, key }))

describe('a direct exchange', () => {
  it('routes by the equal key, to every queue bound with it', () => {
    expect(route('direct', bound('a', 'b', 'a'), message('a'))).toEqual([0, 2])
    expect(route('direct', bound('a.*'), message('a.b'))).toEqual([])
  })
})

describe('a topic exchange', () => {
  it('takes * for exactly one word and # for any number of words', () => {
    const topic = (pattern: string, key: string): boolean => route('topic', bound(pattern), message(key)).length === 1
    expect(topic('*.orange.*', 'quick.orange.rabbit')).toBe(true)
    expect(topic('*.orange.*', 'lazy.orange')).toBe(false)
    expect(topic('*.*.rabbit', 'quick.orange.rabbit')).toBe(true)
    expect(topic('lazy.#', 'lazy')).toBe(true)
    expect(topic('lazy.#', 'lazy.orange.new.rabbit')).toBe(true)
    expect(topic('#', '')).toBe(true)
    expect(topic('#.rabbit', 'quick.orange.rabbit')).toBe(true)
    expect(topic('#.rabbit', 'rabbit.hole')).toBe(false)
    expect(topic('*', 'quick.orange')).toBe(false)
    expect(topic('a.#.b.#.c', 'a.x.b.c')).toBe(true)
  })
})

describe('a fanout exchange', () => {
  it('copies to every queue whatever the key', () => {
    expect(route('fanout', bound('x', 'y'), message('z'))).toEqual([0, 1])
  })
})

describe('a headers exchange', () => {
  const binding = (match: 'all' | 'any'): Binding[] => [
    { queue: 0, key: '', headers: { format: 'pdf', type: 'report', 'x-ignored': '1' }, match },
  ]

  it('with x-match all wants every header equal, and ignores those that start with x-', () => {
    expect(route('headers', binding('all'), message('', { format: 'pdf', type: 'report', more: '1' }))).toEqual([0])
    expect(route('headers', binding('all'), message('', { format: 'pdf', type: 'log' }))).toEqual([])
  })

  it('with x-match any wants one', () => {
    expect(route('headers', binding('any'), message('', { format: 'pdf', type: 'log' }))).toEqual([0])
    expect(route('headers', binding('any'), message('', { format: 'zip', 'x-ignored': '1' }))).toEqual([])
  })
})

describe('the queues of the figure', () => {
  it.each(['direct', 'topic', 'headers'] as const)(
    'a %s exchange gives the work queue everything and the audit queue the second type',
    (kind) => {
      for (const types of Object.values(MESSAGE_TYPES)) {
        expect(route(kind, bindingsOf(types, true), types[0])).toEqual([1])
        expect(route(kind, bindingsOf(types, true), types[1])).toEqual([1, 2])
      }
    },
  )

  it('never routes a message twice to one queue', () => {
    expect(
      route(
        'topic',
        [
          { queue: 1, key: 'a.#' },
          { queue: 1, key: 'a.b' },
        ],
        message('a.b'),
      ),
    ).toEqual([1])
  })

  it('a message that no binding matches is confirmed and returned, and counts neither as queued nor as lost', () => {
    const sim = stoppedAt({ messages: 1, serviceMicros: 1_000_000 }, 10_000)
    expect(publish(sim, 0, [])).toBe(true)
    expect(linesOf(sim, { kinds: ['unroutable'] })).toHaveLength(1)
    expect([sim.counters.unroutable, sim.stations[1]!.published, sim.counters.lost]).toEqual([1, 1, 0])
  })

  it('a fanout exchange copies every message to the audit queue, in a run too', () => {
    const sim = ended({ exchange: 'fanout', second: 'audit', messages: 40 })
    expect(sim.stations.map((station) => station.published)).toEqual([0, 40, 40])
    const selective = ended({ exchange: 'topic', second: 'audit', messages: 40 })
    expect(selective.stations[2]!.published).toBeLessThan(15)
    expect(selective.stations[2]!.published).toBeGreaterThan(0)
  })
})
