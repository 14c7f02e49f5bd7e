import { describe, expect, it } from 'vitest'
import { describeToggle } from '@/lib/lifecycle/describe-trace'
import { toggleEffects } from '@/lib/lifecycle/toggle-effects'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed, words } from './shipped-content'

describe('toggles', () => {
  it('are each accounted for', () => {
    const { toggles, ...rest } = followRequest(scenarioNamed('cold-read'), {
      toggles: { dns: 'slow', cache: 'fail', authentication: 'fail', pool: 'fail', worker: 'slow' },
    })
    const effects = toggleEffects({ toggles, ...rest }).map(({ stage, effect }) => [stage, effect])
    expect(effects).toEqual([
      ['dns', 'felt'],
      ['authentication', 'decided'],
      ['cache', 'not-reached'],
      ['pool', 'not-reached'],
      ['worker', 'not-reached'],
    ])
  })

  it('say so when the request passed without needing the stage', () => {
    const [effect] = toggleEffects(followRequest(scenarioNamed('cache-hit'), { toggles: { dns: 'fail' } }))
    expect(describeToggle(effect!, words)).toBe(
      'DNS fails: the request passed here without needing it, so it made no difference.',
    )
  })

  it('name what came first', () => {
    const [, later] = toggleEffects(followRequest(scenarioNamed('cold-read'), { toggles: { waf: 'fail', query: 'slow' } }))
    expect(describeToggle(later!, words)).toBe('Database query is slow: not reached, because WAF ended the request before it.')
  })

  it('say so when the way of a request that went well does not lead there', () => {
    const [effect] = toggleEffects(followRequest(scenarioNamed('cache-hit'), { toggles: { query: 'fail' } }))
    expect(describeToggle(effect!, words)).toBe(
      'Database query fails: not reached, because the way of this request does not lead there.',
    )
  })

  it('that open the breaker are blamed for it', () => {
    const [effect] = toggleEffects(followRequest(scenarioNamed('breaker-open')))
    expect(effect).toMatchObject({ stage: 'query', effect: 'decided' })
  })
})
