import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLink, writeLink } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { firstProblem } from './checked-run'
import { randomConfig } from './random-config'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { measure } from '@/lib/queue/measures'

// More runs: npm run bench -- queue --fuzz

const TROUBLES = [
  'refused',
  'duplicates',
  'deduped',
  'lost',
  'died',
  'dropped',
  'redelivered',
  'claimed',
  'redriven',
  'outOfOrder',
  'rebalances',
  'lateAcks',
  'resubmitted',
  'dependencyRefusals',
] as const

describe('after every event of every run', () => {
  it.each(['rabbitmq', 'redis', 'kafka'] as const)(
    '%s: the books balance, limits and promises are kept, and the same seed gives the same trace',
    (broker) => {
      const result = fc.check(
        fc.property(randomConfig, (config) => firstProblem({ ...config, broker }) === null),
        { seed: 20_240_817, numRuns: 700 },
      )
      const [config] = result.counterexample ?? []
      const shrunk = config === undefined ? null : { ...config, broker }
      // The shrunk counter-example as a link that replays it.
      expect(
        shrunk === null ? null : `#${writeLink({ config: shrunk, micros: 0 }, LINK_TABLES)} ${firstProblem(shrunk)}`,
      ).toBeNull()
      expect(result.numRuns).toBe(700)
    },
  )

  it('and the random runs do meet what can go wrong', () => {
    const seen: Record<string, number> = {}
    for (const config of fc.sample(randomConfig, { seed: 5, numRuns: 400 })) {
      const sim = startSimulation(config)
      advance(sim, Infinity, 3000)
      const measures = measure(sim)
      for (const name of TROUBLES) seen[name] = (seen[name] ?? 0) + (measures[name] > 0 ? 1 : 0)
    }
    expect(Object.entries(seen).filter(([, runs]) => runs < 5)).toEqual([])
  })

  it('a counter-example’s link replays the very same run', () => {
    for (const config of fc.sample(randomConfig, { seed: 6, numRuns: 100 })) {
      const link = writeLink({ config, micros: 0 }, LINK_TABLES)
      expect(readLink(link, LINK_TABLES)).toEqual({
        config: { ...config, actions: [...config.actions].sort((a, b) => a.at - b.at) },
        micros: 0,
        notices: [],
      })
    }
  })
})
