import { describe, expect, it } from 'vitest'
import { READY, UNACKED } from '@/lib/queue/pool'
import { action, ended, linesOf, measured, stoppedAt, story } from './small-run'

const redis = { broker: 'redis', claimEveryMicros: 10_000 } as const

describe('Redis Streams: reading and acknowledging', () => {
  it('reads up to COUNT entries when it has none left', () => {
    const sim = stoppedAt({ ...redis, messages: 10, prefetch: 4, serviceMicros: 600_000_000 }, 30_000_000)
    expect(sim.stations[1]!.workers[0]!.held.length).toBe(1)
    const batch = ended({ ...redis, messages: 10, prefetch: 4 })
    const reads = linesOf(batch, { kinds: ['delivered'] }).map((line) => line.at)
    expect(new Set(reads.slice(1, 5)).size).toBe(1)
    expect(reads[5]).toBeGreaterThan(reads[4]!)
  })

  it('keeps what was read in the pending list until XACK', () => {
    const sim = stoppedAt({ ...redis, messages: 4, workers: 2, serviceMicros: 600_000_000 }, 30_000_000)
    expect([sim.stations[1]!.pending.length, sim.stations[1]!.counts[UNACKED], sim.stations[1]!.counts[READY]]).toEqual([2, 2, 2])
    expect(ended({ ...redis, messages: 4 }).stations[1]!.pending.length).toBe(0)
  })

  it('leaves a dead reader’s entries pending for ever where nobody claims', () => {
    const sim = ended({ ...redis, messages: 3, workers: 2, actions: [action('kill', 50_000, { target: 0 })] })
    expect(sim.counters.completed).toBe(2)
    expect(sim.stations[1]!.pending.length).toBe(1)
  })
})

describe('Redis Streams: XAUTOCLAIM', () => {
  const claiming = { ...redis, visibilityMicros: 200_000, workers: 2 } as const

  it('takes over an entry that has been idle for min-idle, and counts the delivery', () => {
    const sim = ended({ ...claiming, messages: 1, actions: [action('kill', 50_000)].map((each) => ({ ...each, target: 1 })) })
    expect(story(sim, 0)).toEqual(['delivered', 'claimed', 'redelivered', 'effect', 'acked'])
    const [delivered, claimed] = linesOf(sim, { kinds: ['delivered', 'claimed'] })
    expect(claimed!.at - delivered!.at).toBeGreaterThanOrEqual(200_000)
    expect(claimed!.at - delivered!.at).toBeLessThanOrEqual(210_000)
    expect(linesOf(sim, { kinds: ['redelivered'] })[0]!.value).toBe(2)
  })

  it('is not put off by a reader that is only slow: the work is done twice, and the second XACK finds nothing', () => {
    const sim = ended({ ...claiming, messages: 1, serviceMicros: 350_000 })
    expect(story(sim, 0)).toEqual(['delivered', 'claimed', 'redelivered', 'effect', 'acked', 'effectTwice', 'lateAck'])
  })

  it('lets anybody’s XACK settle an entry that somebody else has claimed', () => {
    const sim = ended({ ...claiming, messages: 1, serviceMicros: 350_000 })
    const [claimed] = linesOf(sim, { kinds: ['claimed'] })
    const [acked] = linesOf(sim, { kinds: ['acked'] })
    expect(acked!.place).toBe(claimed!.value)
    expect(acked!.place).not.toBe(claimed!.place)
  })

  it('moves an entry with too many deliveries to the dead-letter stream', () => {
    const sim = ended({ ...claiming, messages: 1, attempts: 2, serviceMicros: 10_000_000, visibilityMicros: 100_000, workers: 3 })
    expect(story(sim, 0).slice(0, 4)).toEqual(['delivered', 'claimed', 'redelivered', 'dead'])
  })

  it('is how a failed attempt comes back without a backoff of its own', () => {
    const sim = ended({ ...claiming, messages: 1, actions: [action('fail', 0, { last: 150_000 })] })
    expect(story(sim, 0)).toEqual(['delivered', 'attemptFailed', 'claimed', 'redelivered', 'effect', 'acked'])
  })
})

describe('Redis Streams: retries and trimming', () => {
  it('with a backoff acknowledges, and adds the entry again under a new id', () => {
    const sim = ended({
      ...redis,
      messages: 3,
      backoff: 'fixed',
      backoffMicros: 10_000,
      actions: [action('poison', 0)],
      attempts: 2,
    })
    expect(linesOf(sim, { kinds: ['delivered', 'redelivered'] }).map((line) => line.id)).toEqual([0, 1, 2, 0])
  })

  it('MAXLEN counts acknowledged entries too, and forgets unread ones', () => {
    const sim = ended({ ...redis, messages: 10, maxLength: 3, overflow: 'dropHead' })
    expect(linesOf(sim, { kinds: ['dropped'] }).map((line) => line.id)).toEqual([1, 2, 3, 4, 5, 6])
    expect(linesOf(sim, { kinds: ['effect'] }).map((line) => line.id)).toEqual([0, 7, 8, 9])
  })

  it('an entry trimmed while pending is gone when somebody tries to claim it', () => {
    const actions = [action('kill', 50_000, { target: 1 })]
    const sim = ended({
      ...redis,
      messages: 3,
      workers: 2,
      maxLength: 1,
      overflow: 'dropHead',
      visibilityMicros: 200_000,
      actions,
    })
    expect(story(sim, 0)).toEqual(['delivered', 'dropped'])
    expect(linesOf(sim, { id: 0, kinds: ['dropped'] })[0]!.at).toBeGreaterThanOrEqual(200_000)
    expect(sim.counters.claimed).toBe(0)
  })

  it('MINID forgets by age', () => {
    const sim = ended({ ...redis, messages: 5, queueTtlMicros: 150_000 })
    expect(linesOf(sim, { kinds: ['effect'] }).map((line) => line.id)).toEqual([0, 1])
  })

  it('with NOACK forgets at once', () => {
    const after = measured({
      ...redis,
      messages: 10,
      prefetch: 5,
      ack: 'before',
      actions: [action('kill', 450_000, { last: 1_000_000 })],
    })
    expect(after.lost).toBeGreaterThan(0)
    expect(after.completed + after.lost).toBe(10)
  })

  it('a second group reads everything again', () => {
    const sim = ended({ ...redis, messages: 20, second: 'audit' })
    expect(sim.stations.slice(1).map((station) => station.published)).toEqual([20, 20])
  })
})
