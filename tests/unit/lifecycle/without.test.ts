import { describe, expect, it } from 'vitest'
import { describeWithout } from '@/lib/lifecycle/describe-trace'
import { stageIds } from '@/lib/lifecycle/stages'
import { followRequest } from '@/lib/lifecycle/trace'
import { failuresOf, withoutFailure } from '@/lib/lifecycle/without'
import { scenarioNamed, scenarios, words } from './shipped-content'

describe('what would have been without a failure', () => {
  it('is the request with that stage sound, also where the scenario itself broke it', () => {
    const scenario = scenarioNamed('cache-down-slow-database')
    expect(failuresOf(followRequest(scenario))).toEqual(['cache', 'query'])
    const { answer, responseMicros } = followRequest(scenario, { toggles: { query: 'ok' } })
    expect(withoutFailure(scenario, {}, 'query')).toEqual({ stage: 'query', status: answer.status, responseMicros })
  })

  it('leaves the other failures as they are', () => {
    const scenario = scenarioNamed('cold-read')
    const toggles = { gateway: 'fail', query: 'fail' } as const
    expect(withoutFailure(scenario, { toggles }, 'query').status).toBe(502)
    expect(withoutFailure(scenario, { toggles }, 'gateway').status).toBe(503)
  })

  it('is what the scenario answers when the failure was the only one', () => {
    for (const scenario of scenarios.filter(({ toggles }) => Object.keys(toggles).length === 0)) {
      const { answer, responseMicros } = followRequest(scenario)
      for (const stage of stageIds)
        expect(withoutFailure(scenario, { toggles: { [stage]: 'fail' } }, stage)).toEqual({
          stage,
          status: answer.status,
          responseMicros,
        })
    }
  })

  it('is said with the difference, or that there is none', () => {
    const scenario = scenarioNamed('cache-hit')
    const slow = followRequest(scenario, { toggles: { cache: 'fail' } })
    const otherwise = withoutFailure(scenario, { toggles: { cache: 'fail' } }, 'cache')
    expect(describeWithout(otherwise, slow, words)).toMatch(/^Were it sound: 200 after [\d.]+ ms \(−[\d.]+ ms\)\.$/)
    const same = withoutFailure(scenario, { toggles: { dns: 'fail' } }, 'dns')
    expect(describeWithout(same, followRequest(scenario, { toggles: { dns: 'fail' } }), words)).toBe(
      'Were it sound: the same status after the same time.',
    )
  })
})
