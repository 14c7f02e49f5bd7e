import { describe, expect, it } from 'vitest'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { READY, UNACKED } from '@/lib/queue/pool'
import { rabbitmq } from '@/lib/queue/rabbitmq'
import * as REASON from '@/lib/queue/reason'
import { createCopy, deathCount } from '@/lib/queue/transitions'
import { action, ended, linesOf, measured, quiet, stoppedAt, story } from './small-run'

describe('RabbitMQ: delivery and acknowledgement', () => {
  it('delivers in order, waits for the acknowledgement, and forgets then', () => {
    const sim = ended({ messages: 2 })
    expect(story(sim, 1)).toEqual(['delivered', 'effect', 'acked'])
  })

  it('lets a consumer hold as many unacknowledged messages as its prefetch, and no more', () => {
    const sim = stoppedAt({ messages: 20, prefetch: 4, workers: 2, serviceMicros: 600_000_000 }, 60_000_000)
    expect(sim.stations[1]!.counts[UNACKED]).toBe(8)
    expect(sim.stations[1]!.workers.map((worker) => worker.held.length)).toEqual([4, 4])
  })

  it('serves consumers in turn', () => {
    const sim = stoppedAt({ messages: 6, prefetch: 2, workers: 3, serviceMicros: 600_000_000 }, 60_000_000)
    const places = linesOf(sim, { kinds: ['delivered'] }).map((line) => line.place)
    expect(places.slice(0, 3).sort()).toEqual([0, 1, 2])
    expect(places.slice(3)).toEqual(places.slice(0, 3))
  })

  it('with automatic acknowledgement ignores the prefetch, and loses what a dead consumer held', () => {
    const settings = {
      messages: 20,
      prefetch: 1,
      ack: 'before',
      actions: [action('kill', 500_000, { last: 1_000_000 })],
    } as const
    expect(stoppedAt(settings, 400_000).stations[1]!.workers[0]!.held.length).toBeGreaterThan(10)
    const after = measured(settings)
    expect(after.completed + after.lost).toBe(20)
    expect(after.lost).toBeGreaterThan(10)
    expect(after.duplicates).toBe(0)
  })

  it('gives back what a dead consumer held, in its old place and marked as redelivered', () => {
    const sim = ended({ messages: 6, prefetch: 3, actions: [action('kill', 50_000, { last: 100_000 })] })
    expect(story(sim, 0)).toEqual(['delivered', 'requeued', 'redelivered', 'effect', 'acked'])
    expect(linesOf(sim, { kinds: ['effect'] }).map((line) => line.id)).toEqual([0, 1, 2, 3, 4, 5])
    expect(linesOf(sim, { kinds: ['redelivered'] }).map((line) => line.id)).toEqual([0, 1, 2])
  })

  it('closes the channel of a consumer that does not acknowledge in time; its late acknowledgement is refused', () => {
    const sim = ended({ messages: 1, serviceMicros: 300_000, visibilityMicros: 200_000, workers: 2, attempts: 2 })
    expect(story(sim, 0)).toEqual([
      'delivered',
      'channelClosed',
      'requeued',
      'redelivered',
      'effect',
      'lateAck',
      'channelClosed',
      'dead',
      'effectTwice',
      'lateAck',
    ])
  })
})

describe('RabbitMQ: negative acknowledgement', () => {
  it('with requeue puts the message back at its place, at once', () => {
    const sim = ended({ messages: 3, actions: [action('poison', 0)] })
    expect(linesOf(sim, { kinds: ['delivered', 'redelivered'] }).map((line) => line.id)).toEqual([0, 0, 0, 1, 2])
    expect(story(sim, 0).at(-1)).toBe('dead')
  })

  it('without requeue sends it to the wait queue, and to the tail when it comes back', () => {
    const sim = ended({ messages: 3, attempts: 2, backoff: 'fixed', backoffMicros: 10_000, actions: [action('poison', 0)] })
    expect(linesOf(sim, { kinds: ['delivered', 'redelivered'] }).map((line) => line.id)).toEqual([0, 1, 2, 0])
  })

  it('waits as long as the backoff says', () => {
    const waits = (backoff: 'fixed' | 'exponential'): number[] =>
      linesOf(
        ended({ messages: 1, attempts: 6, backoff, backoffMicros: 1000, backoffCapMicros: 5000, actions: [action('poison', 0)] }),
        { kinds: ['retryAt'] },
      ).map((line) => line.value)
    expect(waits('fixed')).toEqual([1000, 1000, 1000, 1000, 1000])
    expect(waits('exponential')).toEqual([1000, 2000, 4000, 5000, 5000])
  })
})

describe('RabbitMQ: dead letters', () => {
  it('says why: rejected, delivery_limit, expired, maxlen; and counts per reason', () => {
    const reasons = (settings: Parameters<typeof ended>[0]): number[] =>
      linesOf(ended(settings), { kinds: ['dead'] }).map((line) => line.value)
    const poison = [action('poison', 0)]
    expect(reasons({ messages: 1, backoff: 'fixed', backoffMicros: 10, actions: poison })).toEqual([0])
    expect(reasons({ messages: 1, backoff: 'none', actions: poison })).toEqual([3])
    expect(reasons({ messages: 2, queueTtlMicros: 50_000 })).toEqual([1])
    expect(reasons({ messages: 4, maxLength: 2, overflow: 'dropHead' })).toEqual([2])
    const sim = ended({ messages: 1, backoff: 'fixed', backoffMicros: 10, attempts: 4, actions: poison })
    const dead = sim.stations[1]!.dead.head
    expect(deathCount(sim, dead, REASON.rejected)).toBe(4)
    expect(deathCount(sim, dead, REASON.expired)).toBe(0)
  })

  it('drops instead where there is no dead-letter exchange', () => {
    const sim = ended({ messages: 1, deadLetters: false, actions: [action('poison', 0)] })
    expect(story(sim, 0).at(-1)).toBe('dropped')
  })

  it('are put back one by one, or all, with fresh attempts', () => {
    const failing = [action('poison', 0, { value: 3 })]
    const one = ended({ messages: 5, actions: [...failing, action('redrive', 10_000_000, { target: 1 })] })
    expect(linesOf(one, { kinds: ['redriven'] }).map((line) => line.id)).toEqual([1])
    const all = ended({ messages: 5, actions: [...failing, action('redrive', 10_000_000)] })
    expect(linesOf(all, { kinds: ['redriven'] }).map((line) => line.id)).toEqual([0, 1, 2])
    expect(linesOf(all, { kinds: ['attemptFailed'], id: 2 }).map((line) => line.value)).toEqual([1, 2, 3, 1, 2, 3])
  })

  it('succeed after a redrive when the cause is gone', () => {
    const sim = ended({ messages: 3, actions: [action('fail', 0, { last: 5_000_000 }), action('redrive', 10_000_000)] })
    expect(sim.counters.died).toBe(3)
    expect(sim.counters.completed).toBe(3)
    expect(sim.stations[1]!.dead.length).toBe(0)
  })
})

describe('RabbitMQ: time to live and length', () => {
  it('expires a message at the head only: one with a short life waits behind one with a long life', () => {
    const sim = startSimulation(quiet({ messages: 1, serviceMicros: 10_000_000, messageTtlMicros: 3_600_000_000 }))
    advance(sim, 100_000)
    const station = sim.stations[1]!
    const [long, short] = [createCopy(sim, station, 0, 1), createCopy(sim, station, 0, 1)]
    sim.copies.columns.expiresAt[long] = 2_000_000
    sim.copies.columns.expiresAt[short] = 1_000_000
    rabbitmq.put(sim, station, long)
    rabbitmq.put(sim, station, short)
    advance(sim, 1_500_000)
    expect(station.counts[READY]).toBe(2)
    advance(sim, 2_000_000)
    expect(station.counts[READY]).toBe(0)
    expect(station.dead.length).toBe(2)
  })

  it('keeps the expiry time of a message that is requeued', () => {
    const sim = ended({
      messages: 2,
      queueTtlMicros: 150_000,
      serviceMicros: 120_000,
      actions: [action('kill', 60_000, { last: 10_000_000 })],
    })
    expect(linesOf(sim, { kinds: ['dead'] }).map((line) => [line.id, line.at < 160_000])).toEqual([
      [0, true],
      [1, true],
    ])
  })

  it('drops from the head when full, or refuses the publisher', () => {
    const head = ended({ messages: 6, maxLength: 2, overflow: 'dropHead' })
    expect(linesOf(head, { kinds: ['dead'] }).map((line) => line.id)).toEqual([1, 2, 3])
    const refusing = ended({ messages: 6, maxLength: 2, overflow: 'reject' })
    expect(linesOf(refusing, { kinds: ['refused'] }).map((line) => line.id)).toEqual([3, 4, 5])
  })

  it('serves urgent messages first, the length limit hits the others first', () => {
    const sim = ended({ messages: 12, urgentPercent: 50, seed: 3 })
    const order = linesOf(sim, { kinds: ['published'] })
    const urgent = new Set(order.filter((line) => line.value === 0).map((line) => line.id))
    const served = linesOf(sim, { kinds: ['delivered'] })
      .map((line) => line.id)
      .slice(1)
    expect(urgent.size).toBeGreaterThan(2)
    expect(served.findIndex((id) => !urgent.has(id))).toBe([...urgent].filter((id) => id !== 0).length)
  })
})

describe('RabbitMQ: one active consumer', () => {
  it('keeps order through the loss of the active one, the next takes over', () => {
    const sim = ended({ messages: 10, workers: 3, prefetch: 4, ordered: true, actions: [action('kill', 250_000, { target: 0 })] })
    expect(linesOf(sim, { kinds: ['effect'] }).map((line) => line.id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(new Set(linesOf(sim, { kinds: ['effect'] }).map((line) => line.place))).toEqual(new Set([0, 1]))
  })
})
