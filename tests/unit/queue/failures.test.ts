import { describe, expect, it } from 'vitest'
import { action, ended, linesOf, measured, quiet, stoppedAt } from './small-run'
import { compare } from '@/lib/queue/comparison'

const brokers = ['rabbitmq', 'redis', 'kafka'] as const

describe('between commit and publish', () => {
  it.each(brokers)('%s: without an outbox the event is lost, with one it comes twice at worst', (broker) => {
    const settings = {
      broker,
      messages: 40,
      rate: 100,
      workers: 4,
      serviceMicros: 1000,
      actions: [action('crash', 100_000, { last: 100_000 })],
    }
    const without = measured(settings)
    expect(without.lost).toBeGreaterThan(3)
    expect(without.completed).toBe(40 - without.lost)
    const withOutbox = measured({ ...settings, outbox: true })
    expect([withOutbox.lost, withOutbox.completed]).toEqual([0, 40])
    expect(withOutbox.duplicates).toBeGreaterThan(0)
    expect(measured({ ...settings, outbox: true, dedupeMicros: 3_600_000_000 }).duplicates).toBe(0)
  })

  it('the relay waits for its next round, and that is the outbox’s price', () => {
    const [relayed] = linesOf(ended({ outbox: true, outboxEveryMicros: 50_000, messages: 1 }), { kinds: ['relayed'] })
    expect(relayed!.at).toBe(50_000)
  })
})

describe('a broker restart', () => {
  const restarted = {
    messages: 40,
    rate: 100,
    workers: 2,
    serviceMicros: 20_000,
    visibilityMicros: 300_000,
    claimEveryMicros: 10_000,
    actions: [action('restart', 100_000, { last: 100_000 })],
  }

  it.each(brokers)('%s: durable queues keep everything, the publisher is refused meanwhile', (broker) => {
    const after = measured({ ...restarted, broker })
    expect(after.refused).toBeGreaterThan(3)
    expect([after.lost, after.completed + after.refused]).toEqual([0, 40])
  })

  it.each(brokers)('%s: with an outbox nobody is refused', (broker) => {
    const after = measured({ ...restarted, broker, outbox: true })
    expect([after.refused, after.lost, after.completed]).toEqual([0, 0, 40])
  })

  it.each(brokers)('%s: what is not durable is lost', (broker) => {
    const after = measured({ ...restarted, broker, workers: 1, serviceMicros: 50_000, durable: false })
    expect(after.lost).toBeGreaterThan(3)
  })
})

describe('workers in trouble', () => {
  it.each(brokers)('%s: a paused worker goes on where it stopped', (broker) => {
    const sim = ended({ broker, messages: 1, actions: [action('pause', 50_000, { last: 1_000_000 })] })
    expect(linesOf(sim, { kinds: ['effect'] })[0]!.value).toBe(1_100_000)
  })

  it('a slow worker takes longer, a slow dependency makes all take longer', () => {
    const worker = ended({ messages: 8, workers: 2, actions: [action('slow', 0, { target: 0, value: 400 })] })
    const shares = [0, 1].map((place) => linesOf(worker, { kinds: ['effect'] }).filter((line) => line.place === place).length)
    expect(shares[1]!).toBeGreaterThan(2 * shares[0]!)
    expect(linesOf(ended({ messages: 1, actions: [action('slow', 0, { value: 300 })] }), { kinds: ['effect'] })[0]!.value).toBe(
      300_000,
    )
  })

  it('a dependency with a limit turns away what is too much', () => {
    const sim = ended({ messages: 4, workers: 4, dependencyLimit: 2, backoff: 'fixed', backoffMicros: 300_000 })
    expect(sim.counters.dependencyRefusals).toBe(2)
    expect(sim.counters.completed).toBe(4)
  })
})

describe('duplicates', () => {
  it.each(brokers)('%s: a publisher that sends again causes the work twice, or not, with a key', (broker) => {
    const settings = { broker, messages: 10, rate: 100, serviceMicros: 1000, actions: [action('duplicate', 0, { last: 50_000 })] }
    const without = measured(settings)
    expect(without.duplicates).toBeGreaterThan(0)
    const withKey = measured({ ...settings, dedupeMicros: 3_600_000_000 })
    expect([withKey.duplicates, withKey.deduped]).toEqual([0, without.duplicates])
  })

  it('a key is forgotten after its window', () => {
    const settings = {
      broker: 'redis',
      messages: 1,
      workers: 2,
      serviceMicros: 350_000,
      visibilityMicros: 200_000,
      claimEveryMicros: 10_000,
    } as const
    expect(measured({ ...settings, dedupeMicros: 100_000 }).duplicates).toBe(1)
    expect(measured({ ...settings, dedupeMicros: 1_000_000 }).duplicates).toBe(0)
  })
})

describe('callers', () => {
  it('ask again when they lose patience, and the first attempt goes on', () => {
    const after = measured({ messages: 1, serviceMicros: 300_000, deadlineMicros: 100_000, clientRetries: 2 })
    expect([after.resubmitted, after.duplicates, after.inTime]).toEqual([2, 2, 0])
  })

  it('are refused when every thread is busy and the waiting room full', () => {
    const sim = ended({ messages: 20, placement: 'inline', threads: 2, backlog: 3 })
    expect(sim.counters.refused).toBe(15)
    expect(sim.counters.answered).toBe(5)
  })

  it('a batch fails as a whole when one of it is poison', () => {
    const sim = ended({ messages: 6, batch: 3, prefetch: 6, attempts: 1, actions: [action('poison', 1500)] })
    expect(sim.counters.died).toBe(3)
    expect(sim.counters.completed + sim.counters.died).toBe(6)
  })

  it('stop nothing: a run whose broker never comes back ends with what it has', () => {
    const sim = stoppedAt({ messages: 20, outbox: true, actions: [action('restart', 0)] }, 1e12)
    expect(sim.outbox.length).toBe(20)
    expect(sim.events).toBeLessThan(100)
  })
})

describe('inside the request against enqueue and answer 202', () => {
  const both = compare(quiet({ messages: 600, rate: 40, workers: 8, threads: 16, apiMicros: 2000, service: 'exponential' }))

  it('sees the same arrivals and the same work', () => {
    expect(both.inline.requests).toBe(both.queued.requests)
    expect(both.inline.lastArrivalAt).toBe(both.queued.lastArrivalAt)
    const work = (measures: typeof both.inline, workers: number): number =>
      (measures.utilisation * workers * (measures.drainMicros! + measures.lastArrivalAt)) / 1e6
    expect(work(both.inline, 16) - 600 * 0.002).toBeCloseTo(work(both.queued, 8), 3)
  })

  it('frees the caller and the threads, and takes a little longer from request to result', () => {
    const p99 = (latency: typeof both.inline.api): number => latency.percentiles.find((each) => each.percent === 99)!.value!
    expect(p99(both.queued.api)).toBe(2000)
    expect(p99(both.inline.api)).toBeGreaterThan(300_000)
    expect(both.queued.peakThreads).toBeLessThan(both.inline.peakThreads)
    expect(both.queued.endToEnd.mean!).toBeGreaterThan(both.inline.endToEnd.mean!)
  })
})
