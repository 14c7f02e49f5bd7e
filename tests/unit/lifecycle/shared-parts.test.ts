import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAgenda } from '@/lib/lifecycle/agenda'
import { createBackendRing } from '@/lib/lifecycle/backend-ring'
import { createExpiringCache } from '@/lib/lifecycle/expiring-cache'
import type { Strand } from '@/lib/lifecycle/journey'
import { createServerPool } from '@/lib/lifecycle/server-pool'

describe('the connection pool', () => {
  const callers = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 50 }), hold: fc.integer({ min: 0, max: 200 }) }), {
    maxLength: 80,
  })

  it('never lends more connections than it has, and serves first come first served', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), callers, (size, list) => {
        const pool = createServerPool(size)
        let now = 0
        const held = list.map(({ gap, hold }) => {
          now += gap
          const from = pool.freeAt(now)
          pool.hold(from, from + hold)
          expect(from).toBeGreaterThanOrEqual(now)
          return { from, until: from + hold }
        })
        for (const { from } of held) {
          const overlapping = held.filter((other) => other.from <= from && from < other.until)
          expect(overlapping.length).toBeLessThanOrEqual(size)
        }
        const starts = held.map(({ from }) => from)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
      { seed: 8, numRuns: 200 },
    )
  })

  it('makes everybody wait for ever when all connections have leaked', () => {
    expect(createServerPool(0).freeAt(5)).toBe(Infinity)
  })
})

describe('the balancer', () => {
  it('takes the backends in turn', () => {
    const ring = createBackendRing(3, 3, 100)
    expect([0, 0, 0, 0].map((now) => ring.pick(now, null))).toEqual([0, 1, 2, 0])
  })

  it('does not offer the backend that has just failed', () => {
    const ring = createBackendRing(1, 3, 100)
    expect(ring.pick(0, 0)).toBeNull()
  })

  it('leaves out a backend after so many failures in a row, and tries it again after the cooldown', () => {
    const ring = createBackendRing(2, 2, 100)
    ring.failed(0, 5)
    ring.succeeded(0)
    ring.failed(0, 6)
    expect(ring.pick(7, null)).toBe(0)
    ring.failed(0, 8)
    expect([9, 9, 107].map((now) => ring.pick(now, null))).toEqual([1, 1, 1])
    expect(ring.pick(108, null)).toBe(0)
  })
})

describe('the cache', () => {
  it('holds an entry for its time to live and not a microsecond longer', () => {
    const cache = createExpiringCache(2, 10, 'cold')
    expect(cache.has(1, 0)).toBe(false)
    cache.put(1, 0)
    expect([9, 10].map((now) => cache.has(1, now))).toEqual([true, false])
    cache.put(1, 20)
    cache.drop(1)
    expect(cache.has(1, 21)).toBe(false)
  })

  it('starts warm with entries of all ages', () => {
    const cache = createExpiringCache(10, 100, 'warm')
    const fresh = [0, 50, 99].map((now) => Array.from({ length: 10 }, (_, key) => cache.has(key, now)).filter(Boolean).length)
    expect(fresh).toEqual([10, 5, 1])
  })
})

describe('the agenda', () => {
  it('gives strands in order of time, and those of one moment in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (times) => {
        const agenda = createAgenda()
        const strands = times.map((clock, attempt) => ({ clock, attempt }) as Strand)
        for (const strand of strands) agenda.add(strand)
        const taken = strands.map(() => agenda.take()!)
        expect(taken).toEqual([...strands].sort((a, b) => a.clock - b.clock || a.attempt - b.attempt))
        expect(agenda.nextAt()).toBe(Infinity)
      }),
      { seed: 9, numRuns: 200 },
    )
  })
})
