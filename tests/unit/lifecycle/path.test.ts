import { describe, expect, it } from 'vitest'
import { answerFor } from '@/lib/lifecycle/answers'
import { durationOf, type Span } from '@/lib/lifecycle/span'
import { stageIds, type Toggles } from '@/lib/lifecycle/stages'
import { followRequest, trace, type Trace } from '@/lib/lifecycle/trace'
import { scenarioNamed } from './shipped-content'

const visits = (spans: readonly Span[], ...stages: readonly string[]): Span[] =>
  spans.filter(({ stage }) => stages.includes(stage))

describe('the path', () => {
  it('answers a fresh public page at the edge whatever is broken behind it', () => {
    const behind = stageIds.slice(stageIds.indexOf('balancer'), stageIds.indexOf('response'))
    const toggles: Toggles = Object.fromEntries(behind.map((stage) => [stage, 'fail']))
    expect(followRequest(scenarioNamed('warm-edge-hit'), { toggles }).answer.reason).toBe('served-by-edge')
  })

  it('spares a returning client the name lookup and the handshake, working or not', () => {
    const toggles: Toggles = { dns: 'fail', connection: 'fail' }
    const { answer, spans } = followRequest(scenarioNamed('cache-hit'), { toggles })
    expect(answer.status).toBe(200)
    expect(visits(spans, 'dns', 'connection').map(({ outcome }) => outcome)).toEqual(['reused', 'reused'])
  })

  it('goes on after a cache that is down, at the price of its timeout', () => {
    const scenario = scenarioNamed('cache-hit')
    const down = followRequest(scenario, { toggles: { cache: 'fail' } })
    expect(down.answer.status).toBe(200)
    expect(visits(down.spans, 'cache').map((span) => [span.part, span.outcome, durationOf(span)])).toEqual([
      ['lookup', 'timeout', scenario.settings.cacheTimeout],
      ['fill', 'timeout', scenario.settings.cacheTimeout],
    ])
    expect(visits(down.spans, 'query')).toHaveLength(1)
  })

  it('retries a query that times out, each wait within its full-jitter ceiling', () => {
    const { spans, settings } = followRequest(scenarioNamed('slow-database'))
    expect(visits(spans, 'query').map((span) => [span.attempt, span.outcome, durationOf(span)])).toEqual(
      [1, 2, 3].map((attempt) => [attempt, 'timeout', settings.queryTimeout]),
    )
    const waits = spans.filter(({ part }) => part === 'backoff').map(durationOf)
    expect(waits).toHaveLength(2)
    waits.forEach((wait, at) => expect(wait).toBeLessThanOrEqual(Math.min(settings.backoffCap, settings.backoffBase * 2 ** at)))
  })

  it('does not touch pool or query once the breaker is open', () => {
    const { spans, request } = followRequest(scenarioNamed('breaker-open'))
    expect(visits(spans, 'pool', 'query')).toEqual([])
    expect(request.retryAfter).toBeGreaterThanOrEqual(1)
  })

  it('tries a second backend when the first takes no connection', () => {
    const { spans, settings, request } = followRequest(scenarioNamed('backend-down'))
    const dead = spans.find(({ part }) => part === 'connect')!
    expect([dead.outcome, durationOf(dead)]).toEqual(['timeout', settings.connectTimeout])
    expect(request.backend).not.toBe(0)
  })

  it('cuts everything inside the gateway off at the deadline and names what was running', () => {
    const toggles: Toggles = { pool: 'fail' }
    const late = followRequest(scenarioNamed('cold-read'), { toggles, settings: { deadline: 50_000 } })
    expect(late.answer).toEqual({ ...answerFor('deadline-passed'), cause: 'pool' })
    expect(durationOf(visits(late.spans, 'gateway').find(({ part }) => part === 'whole')!)).toBe(50_000)
    expect(visits(late.spans, 'pool')[0]!.outcome).toBe('cancelled')
  })

  it('answers an accepted write before the worker begins, and sets a message aside that fails every time', () => {
    const scenario = scenarioNamed('accepted-write')
    const accepted = followRequest(scenario, { toggles: { worker: 'fail' } })
    expect(accepted.answer.status).toBe(202)
    expect(accepted.request.async).toBe('dead-lettered')
    expect(accepted.spans.filter(({ stage, part }) => stage === 'worker' && part === 'attempt')).toHaveLength(
      scenario.settings.workerAttempts,
    )
    expect(accepted.finishedMicros).toBeGreaterThan(accepted.responseMicros)
  })

  it('keeps nothing when the outbox fails: no event, no work, no 202', () => {
    const lost = followRequest(scenarioNamed('accepted-write'), { toggles: { outbox: 'fail' } })
    expect([lost.answer.status, lost.request.async]).toEqual([503, 'none'])
  })

  it('gives the spans alone when asked for no more', () => {
    const scenario = scenarioNamed('cold-read')
    expect(trace(scenario, 9, { cache: 'fail' })).toEqual(followRequest(scenario, { seed: 9, toggles: { cache: 'fail' } }).spans)
  })
})

describe('luck', () => {
  it('of one stage does not depend on what is switched on another', () => {
    const scenario = scenarioNamed('cold-read')
    const usual = followRequest(scenario, { seed: 4 })
    const without = followRequest(scenario, { seed: 4, toggles: { cache: 'fail', authentication: 'slow' } })
    const times = (one: Trace): number[] => visits(one.spans, 'dns', 'waf', 'authorisation', 'query').map(durationOf)
    expect(times(without)).toEqual(times(usual))
  })
})
