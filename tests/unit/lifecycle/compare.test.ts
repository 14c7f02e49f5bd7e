import { describe, expect, it } from 'vitest'
import { compareDistributions, compareTraces } from '@/lib/lifecycle/compare'
import { distribute } from '@/lib/lifecycle/distribution'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed } from './shipped-content'

describe('a comparison', () => {
  it('of a trace with itself differs in nothing', () => {
    const one = followRequest(scenarioNamed('cold-read'))
    for (const { difference, a, b } of compareTraces(one, one)) {
      expect(difference ?? 0).toBe(0)
      expect(a).toBe(b)
    }
  })

  it('shows what a miss adds to a hit, and its rows of self time sum to the difference of the response', () => {
    const hit = followRequest(scenarioNamed('cache-hit'), { seed: 3 })
    const miss = followRequest(scenarioNamed('cache-miss'), { seed: 3 })
    const rows = new Map(compareTraces(hit, miss).map((row) => [row.key, row]))
    expect(rows.get('self:query')).toMatchObject({ a: null, difference: null })
    const total = [...rows.values()]
      .filter(({ key }) => key.startsWith('critical:'))
      .reduce((sum, { a, b }) => sum + Number(b ?? 0) - Number(a ?? 0), 0)
    expect(total).toBe(rows.get('response')!.difference)
    expect(rows.has('self:worker')).toBe(false)
  })

  it('of distributions sets percentiles and shares side by side', () => {
    const scenario = scenarioNamed('cache-miss')
    const [a, b] = [distribute(scenario, { requests: 600 }), distribute(scenario, { requests: 600, toggles: { query: 'slow' } })]
    const rows = new Map(compareDistributions(a, b).map((row) => [row.key, row]))
    expect(rows.get('p99')!.difference).toBeGreaterThan(0)
    expect(rows.get('p99.9')).toMatchObject({ a: null, b: null, difference: null })
    expect(rows.has('withinBudget')).toBe(true)
  })
})
