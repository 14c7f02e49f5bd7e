import { describe, expect, it } from 'vitest'
import { describeDistribution } from '@/lib/lifecycle/describe-distribution'
import { distribute, distributeInSlices } from '@/lib/lifecycle/distribution'
import { derivedNumbers } from '@/lib/lifecycle/derived-numbers'
import { followRequest } from '@/lib/lifecycle/trace'
import { catalogueWords, scenarioNamed, scenarios, words } from './shipped-content'

const cold = distribute(scenarioNamed('cold-read'))

describe('a distribution', () => {
  it('holds 10,000 requests, and every count adds up to them', () => {
    for (const scenario of scenarios) {
      const { requests, statuses, reasons, buckets, errors, refusals } = distribute(scenario)
      expect(requests).toBe(10_000)
      const sum = (list: readonly { count: number }[]): number => list.reduce((total, { count }) => total + count, 0)
      expect(sum(statuses)).toBe(10_000)
      expect(sum(reasons)).toBe(10_000)
      expect(buckets.reduce((total, { good, refused, failed }) => total + good + refused + failed, 0)).toBe(10_000)
      expect(buckets.reduce((total, { failed }) => total + failed, 0)).toBe(errors.count)
      expect(buckets.reduce((total, { refused }) => total + refused, 0)).toBe(refusals.count)
    }
  })

  it('has exact percentiles: each is the time of a request that can be opened, and that many are no slower', () => {
    for (const { percent, value, samples, example } of cold.response) {
      expect(samples).toBe(10_000)
      expect(followRequest(scenarioNamed('cold-read'), { index: example! }).responseMicros).toBe(value)
      expect(percent).toBeGreaterThan(0)
    }
    const values = cold.response.map(({ value }) => value!)
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })

  it('is what the single traces are: the first 200 requests one by one', () => {
    const scenario = scenarioNamed('cache-down-slow-database')
    const few = distribute(scenario, { requests: 200 })
    const traces = Array.from({ length: 200 }, (_, index) => followRequest(scenario, { index }))
    expect(traces.filter(({ answer }) => answer.status >= 500).length).toBe(few.errors.count)
    const middle = traces.map(({ responseMicros }) => responseMicros).sort((a, b) => a - b)[99]
    // Requests that arrive after the 200th can still hold up the slowest of them, not the middle one.
    expect(few.response[0]!.value).toBe(middle)
  })

  it('is the same for the same seed and another for another', () => {
    expect(distribute(scenarioNamed('cold-read'))).toEqual(cold)
    expect(distribute(scenarioNamed('cold-read'), { seed: 99 }).response).not.toEqual(cold.response)
  })

  it('counted in slices is what it is counted at once, for every scenario', async () => {
    for (const scenario of scenarios) {
      let pauses = 0
      const pause = () => Promise.resolve((pauses += 1) > 0)
      expect(await distributeInSlices(scenario, { requests: 2_000 }, pause)).toEqual(distribute(scenario, { requests: 2_000 }))
      expect(pauses).toBeGreaterThan(0)
    }
  })

  it('ends at the next pause when nobody waits for it any more', async () => {
    let pauses = 0
    const pause = () => Promise.resolve((pauses += 1) < 3)
    expect(await distributeInSlices(scenarioNamed('cold-read'), {}, pause)).toBeNull()
    expect(pauses).toBe(3)
  })

  it('does not show a p99 of fewer than 500 samples, nor a p99.9 of fewer than 5,000', () => {
    const shown = (requests: number): boolean[] =>
      distribute(scenarioNamed('cold-read'), { requests }).response.map(({ value }) => value !== null)
    expect(shown(499)).toEqual([true, true, false, false])
    expect(shown(500)).toEqual([true, true, true, false])
    expect(shown(5_000)).toEqual([true, true, true, true])
  })

  it('has a share of nothing as null, never as a number', () => {
    const { cacheHits } = distribute(scenarioNamed('accepted-write'), { settings: { writeShare: 100 }, requests: 50 })
    expect(cacheHits).toEqual({ count: 0, of: 0, share: null })
  })

  it('counts a request as within budget only if it succeeded in time', () => {
    const limited = distribute(scenarioNamed('rate-limited'), { budgetMicros: 60_000_000 })
    expect(limited.withinBudget.count).toBe(10_000 - limited.errors.count - limited.refusals.count)
    expect(distribute(scenarioNamed('cold-read'), { budgetMicros: 0 }).withinBudget.count).toBe(0)
  })

  it('lets no tenant past its bucket: burst plus rate times the length of the run', () => {
    const scenario = scenarioNamed('rate-limited')
    const { reasons, requests } = distribute(scenario)
    const refused = reasons.find(({ reason }) => reason === 'rate-limited')!.count
    const runSeconds = followRequest(scenario, { index: 9_999 }).responseMicros / 1e6 + 1.1 * (requests / scenario.settings.rate)
    expect(requests - refused).toBeLessThanOrEqual(scenario.settings.bucketBurst + scenario.settings.bucketRate * runSeconds)
  })

  it('opens the breaker under a slow database, probes after the cooldown, and alternates for ever', () => {
    const { breakerChanges } = distribute(scenarioNamed('breaker-open'))
    expect(breakerChanges.length).toBeGreaterThan(3)
    const allowed = { closed: ['open'], open: ['half-open'], 'half-open': ['closed', 'open'] }
    const { breakerCooldown } = scenarioNamed('breaker-open').settings
    breakerChanges.reduce(
      (before, change) => {
        expect(allowed[before.to]).toContain(change.to)
        if (before.to === 'open') expect(change.at - before.at).toBeGreaterThanOrEqual(breakerCooldown)
        return change
      },
      { at: 0, to: 'closed' } as (typeof breakerChanges)[number],
    )
  })

  it('shows the lesson of the pool: twice the connections and the refusals are gone', () => {
    const scenario = scenarioNamed('pool-exhausted')
    const refusedBy = (poolSize: number): number =>
      distribute(scenario, { settings: { poolSize } }).reasons.find(({ reason }) => reason === 'pool-timeout')?.count ?? 0
    expect(refusedBy(scenario.settings.poolSize)).toBeGreaterThan(1_000)
    expect(refusedBy(scenario.settings.poolSize * 2)).toBe(0)
  })

  it('sends a dead backend fewer requests than its share once it sits out', () => {
    const scenario = scenarioNamed('backend-down')
    const { errors, response } = distribute(scenario)
    expect(errors.count).toBe(0)
    // A connect timeout that every third request paid would lift p95 by all of it.
    expect(response[1]!.value! - cold.response[1]!.value!).toBeLessThan(scenario.settings.connectTimeout / 2)
  })

  it('is told in words with every sample count', () => {
    const text = describeDistribution(cold, words)
    expect(text).toMatch(/^10000 requests: p50 [\d.]+ ms \(n 10000\), p95 /)
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
    expect(describeDistribution(distribute(scenarioNamed('cold-read'), { requests: 20 }), words)).toContain(
      'p99 not shown, only 20 samples',
    )
  })
})

describe('derived numbers', () => {
  const { settings } = scenarioNamed('cold-read')

  it('follow from the assumptions by the formulas that stand beside them', () => {
    expect(derivedNumbers(settings)).toEqual({
      handshake: 40_000,
      transfer: 4_800,
      firstSecondLimit: 70,
      meanFirstBackoff: 25_000,
      longestDatabaseTime: 3_000_000,
      databaseCapacity: 928,
      workerCapacity: 19,
    })
    expect(Object.keys(catalogueWords.derived)).toEqual(Object.keys(derivedNumbers(settings)))
  })

  it('agree with what is measured: the pool carries no more than its derived capacity', () => {
    const scenario = scenarioNamed('pool-exhausted')
    const { reasons } = distribute(scenario)
    const served = 10_000 - (reasons.find(({ reason }) => reason === 'pool-timeout')?.count ?? 0)
    const perSecond = served / (10_000 / scenario.settings.rate)
    expect(perSecond).toBeLessThan(derivedNumbers(scenario.settings).databaseCapacity * 1.05)
    expect(perSecond).toBeGreaterThan(derivedNumbers(scenario.settings).databaseCapacity * 0.9)
  })
})
