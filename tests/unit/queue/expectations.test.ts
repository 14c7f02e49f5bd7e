import { describe, expect, it } from 'vitest'
import { runToEnd } from '@/lib/queue/comparison'
import { expectations, type Expectation } from '@/lib/queue/expectations'
import type { QueueConfig } from '@/lib/queue/settings'
import { configOf } from '@/lib/queue/workloads'

const plain: Partial<QueueConfig> = { messages: 200_000, outbox: false, dedupeMicros: 0, seed: 3 }

function beside(settings: Partial<QueueConfig>): Expectation[] {
  const config = configOf({ ...plain, ...settings })
  return expectations(config, runToEnd(config))
}

describe('theory beside the simulation', () => {
  it.each<[string, Partial<QueueConfig>, string]>([
    ['one worker', { workers: 1, rate: 6, roundTripMicros: 0 }, 'M/M/1: mean wait'],
    ['one worker with a round trip', { workers: 1, rate: 6, roundTripMicros: 10_000 }, 'M/G/1: mean wait'],
    ['one worker, fixed times', { workers: 1, rate: 6, service: 'fixed' }, 'M/D/1: mean wait'],
    ['eight workers', { rate: 50, roundTripMicros: 0 }, 'M/M/8: mean wait'],
    ['eight workers, log-normal times', { rate: 50, service: 'logNormal' }, 'M/G/8: mean wait'],
    ['work inside the request', { placement: 'inline', rate: 60, threads: 8, backlog: 4 }, 'M/M/8/12: refused'],
    ['failures', { failPermille: 300, attempts: 3, rate: 10 }, 'Dead letters'],
  ])('%s: the exact laws within 5%, the approximate ones within 15%', (_, settings, name) => {
    const shown = beside(settings)
    expect(shown.map((each) => each.name)).toContain(name)
    for (const { expected, measured, isExact } of shown) {
      expect(Math.abs(measured! / expected! - 1)).toBeLessThan(isExact ? 0.05 : 0.15)
    }
  })

  it('says nothing where no law holds', () => {
    expect(beside({ messages: 100, workload: 'analytics' })).toEqual([])
    expect(beside({ messages: 100, broker: 'kafka' })).toEqual([])
    expect(beside({ messages: 100, burstEveryMicros: 1_000_000, burstMicros: 1000, burstFactor: 5 })).toEqual([])
  })

  it('has no number for a wait without a steady state, but a utilisation', () => {
    const [load, wait] = beside({ messages: 1000, rate: 100 })
    expect(load!.expected).toBe(150)
    expect(wait!.expected).toBeNull()
  })
})
