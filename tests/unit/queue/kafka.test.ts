import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeAssignment, stickyAssignment } from '@/lib/queue/assignors'
import { murmur2, partitionOf } from '@/lib/queue/murmur2'
import { READY } from '@/lib/queue/pool'
import { action, ended, linesOf, measured, stoppedAt, story } from './small-run'

const kafka = { broker: 'kafka' } as const
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('Kafka: keys to partitions', () => {
  // The values of UtilsTest in Kafka's own client.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('hashes %s as the Java client does', (key, hash) => {
    expect(murmur2(bytes(key))).toBe(hash)
  })

  it('gives a key always the same partition, and many keys all of them', () => {
    expect(partitionOf('foobar', 10)).toBe((-790332482 & 0x7fffffff) % 10)
    expect(new Set(Array.from({ length: 200 }, (_, key) => partitionOf(`tenant-${key}`, 12))).size).toBe(12)
  })
})

describe('Kafka: assignors', () => {
  it('range gives contiguous ranges, and the first members the extra ones', () => {
    expect(rangeAssignment([0, 1, 2], 7)).toEqual([0, 0, 0, 1, 1, 2, 2])
    expect(rangeAssignment([2, 0], 3)).toEqual([0, 0, 2])
    expect(rangeAssignment([0, 1, 2], 2)).toEqual([0, 1])
    expect(rangeAssignment([], 2)).toEqual([-1, -1])
  })

  it('sticky keeps what members have when one is lost, and takes only what a new one needs', () => {
    const before = [0, 0, 1, 1, 2, 2]
    expect(stickyAssignment([0, 2], before)).toEqual([0, 0, 0, 2, 2, 2])
    const joined = stickyAssignment([0, 1, 2, 3], before)
    expect(joined.filter((owner, partition) => owner !== before[partition])).toHaveLength(1)
    expect(stickyAssignment([], before)).toEqual([-1, -1, -1, -1, -1, -1])
  })

  it('both give every partition to exactly one member and are balanced to within one; sticky moves as few as it can', () => {
    const members = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(members, members, fc.integer({ min: 1, max: 24 }), (first, second, partitions) => {
        const before = stickyAssignment(first, new Array<number>(partitions).fill(-1))
        const after = stickyAssignment(second, before)
        for (const [group, owners] of [
          [second, after],
          [first, before],
          [second, rangeAssignment(second, partitions)],
        ] as const) {
          const loads = group.map((member) => owners.filter((owner) => owner === member).length)
          expect(loads.reduce((sum, load) => sum + load, 0)).toBe(partitions)
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        }
        // Those who stay keep at least the smaller share, or all they had.
        const share = Math.floor(partitions / second.length)
        for (const member of second.filter((each) => first.includes(each))) {
          const had = before.filter((owner) => owner === member).length
          const kept = before.filter((owner, partition) => owner === member && after[partition] === member).length
          expect(kept).toBeGreaterThanOrEqual(Math.min(had, share))
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('Kafka: offsets and commits', () => {
  it('polls a batch, works through it in order, and commits after each, after the batch, or by the clock', () => {
    const commits = (commit: 'each' | 'batch' | 'interval'): number[] =>
      linesOf(ended({ ...kafka, messages: 7, prefetch: 3, commit, commitEveryMicros: 250_000 }), { kinds: ['committed'] }).map(
        (line) => line.value,
      )
    expect(commits('each')).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(commits('batch')).toEqual([1, 4, 7])
    expect(commits('interval')).toEqual([4, 7])
  })

  it('counts lag as what has not been fetched, and frees what is committed', () => {
    const sim = stoppedAt({ ...kafka, messages: 10, prefetch: 4 }, 250_000)
    const station = sim.stations[1]!
    expect(station.committed).toEqual([2])
    expect(station.counts[READY]).toBe(5)
    expect(station.lanes[0]!.length).toBe(8)
  })

  it('committing before the work loses what a dead consumer had fetched', () => {
    const after = measured({
      ...kafka,
      messages: 10,
      prefetch: 5,
      ack: 'before',
      visibilityMicros: 1_000_000,
      actions: [action('kill', 250_000, { last: 3_000_000 })],
    })
    expect(after.lost).toBeGreaterThan(0)
    expect(after.completed + after.lost).toBe(10)
    expect(after.duplicates).toBe(0)
  })

  it('committing by the clock repeats what was done since the last commit', () => {
    const actions = [action('kill', 550_000, { last: 3_000_000 })]
    const after = measured({
      ...kafka,
      messages: 10,
      prefetch: 10,
      commit: 'interval',
      commitEveryMicros: 5_000_000,
      visibilityMicros: 1_000_000,
      actions,
    })
    expect(after.duplicates).toBeGreaterThanOrEqual(4)
    expect(after.completed).toBe(10)
    expect(after.lost).toBe(0)
  })

  it('retention forgets by length and by age, read or not', () => {
    const short = ended({ ...kafka, messages: 10, maxLength: 3, overflow: 'dropHead' })
    expect(linesOf(short, { kinds: ['effect'] }).map((line) => line.id)).toEqual([0, 7, 8, 9])
    expect(measured({ ...kafka, messages: 10, queueTtlMicros: 250_000 }).dropped).toBeGreaterThan(5)
  })
})

describe('Kafka: order and failure', () => {
  it('retries in place, so that nothing in the partition overtakes, and passes over what fails for good', () => {
    const sim = ended({ ...kafka, messages: 3, backoff: 'fixed', backoffMicros: 50_000, actions: [action('poison', 0)] })
    expect(story(sim, 0)).toEqual(['delivered', 'attemptFailed', 'retryAt', 'attemptFailed', 'retryAt', 'attemptFailed', 'dead'])
    expect(linesOf(sim, { kinds: ['effect'] }).map((line) => line.id)).toEqual([1, 2])
    expect(sim.stations[1]!.committed).toEqual([3])
  })

  it('keeps every tenant’s order with many workers', () => {
    expect(
      measured({
        ...kafka,
        messages: 300,
        keys: 20,
        partitions: 8,
        workers: 5,
        service: 'exponential',
        failPermille: 100,
        attempts: 50,
      }).outOfOrder,
    ).toBe(0)
    expect(
      measured({ broker: 'rabbitmq', messages: 300, keys: 20, workers: 5, service: 'exponential' }).outOfOrder,
    ).toBeGreaterThan(0)
  })
})

describe('Kafka: rebalancing', () => {
  const group = {
    ...kafka,
    messages: 200,
    rate: 100,
    keys: 50,
    partitions: 6,
    workers: 3,
    serviceMicros: 20_000,
    visibilityMicros: 500_000,
    rebalanceMicros: 100_000,
  } as const

  it('starts when a dead member’s session runs out, and gives its partitions to the others', () => {
    const sim = ended({ ...group, actions: [action('kill', 300_000, { target: 1 })] })
    const [left] = linesOf(sim, { kinds: ['memberLeft'] })
    expect(left!.at).toBe(800_000)
    expect(sim.stations[1]!.owners.includes(1)).toBe(false)
    expect(sim.counters.completed).toBe(200)
  })

  it('with range stops everybody meanwhile, with cooperative sticky only the orphaned partitions wait', () => {
    const effectsDuring = (assignor: 'range' | 'cooperativeSticky'): number => {
      const sim = ended({ ...group, assignor, actions: [action('kill', 300_000, { target: 1 })] })
      const [begun] = linesOf(sim, { kinds: ['rebalancing'] })
      const done = linesOf(sim, { kinds: ['effect', 'effectTwice'] })
      return done.filter((line) => line.at > begun!.at + 20_000 && line.at < begun!.at + 100_000).length
    }
    expect(effectsDuring('range')).toBe(0)
    expect(effectsDuring('cooperativeSticky')).toBeGreaterThan(3)
  })

  it('takes a member back that returns, by the cooperative assignor in two rounds', () => {
    const sim = ended({ ...group, messages: 400, actions: [action('kill', 300_000, { target: 1, last: 1_200_000 })] })
    expect(new Set(sim.stations[1]!.owners)).toEqual(new Set([0, 1, 2]))
    const moved = linesOf(sim, { kinds: ['assigned'] }).filter((line) => line.at > 1_500_000)
    expect(moved.length).toBe(2)
    expect(moved.every((line) => line.at >= 1_700_000)).toBe(true)
  })

  it('shuts out a member that works on one batch for too long: its commit fails and the work is repeated', () => {
    const actions = [action('slow', 505_000, { value: 10 })]
    const sim = ended({
      ...kafka,
      messages: 1,
      workers: 2,
      serviceMicros: 700_000,
      visibilityMicros: 500_000,
      rebalanceMicros: 10_000,
      actions,
    })
    const kinds = story(sim, 0)
    expect(kinds).toContain('lateAck')
    expect(sim.counters.duplicates).toBe(1)
    expect(sim.counters.completed).toBe(1)
  })

  it('counts no attempts across members: the log has no delivery count', () => {
    const sim = ended({ ...group, actions: [action('kill', 300_000, { target: 1 })] })
    expect(linesOf(sim, { kinds: ['dead'] })).toEqual([])
    expect(sim.counters.redelivered).toBeGreaterThan(0)
  })
})
