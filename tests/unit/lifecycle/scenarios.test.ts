import { describe, expect, it } from 'vitest'
import { answerFor, reasons } from '@/lib/lifecycle/answers'
import { criticalPath } from '@/lib/lifecycle/critical-path'
import { stageIds, type Toggles } from '@/lib/lifecycle/stages'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed, scenarios } from './shipped-content'

describe('a scenario', () => {
  it.each(scenarios)('$id shows what it says it shows', (scenario) => {
    const { answer } = followRequest(scenario)
    expect({ status: answer.status, reason: answer.reason }).toEqual(scenario.expect)
  })

  it('keeps its status for nearly every seed, so that a new seed still shows the lesson', () => {
    const varying = ['slow-database', 'pool-exhausted', 'breaker-open', 'cache-down-slow-database']
    for (const scenario of scenarios.filter(({ id }) => !varying.includes(id))) {
      const kept = Array.from(
        { length: 20 },
        (_, seed) => followRequest(scenario, { seed }).answer.reason === scenario.expect.reason,
      )
      expect(kept.filter(Boolean).length, scenario.id).toBeGreaterThanOrEqual(19)
    }
  })
})

describe('toggles that contradict one another', () => {
  const read = scenarioNamed('cold-read')
  const failing = (...stages: (typeof stageIds)[number][]): Toggles => Object.fromEntries(stages.map((stage) => [stage, 'fail']))

  it('are settled by the order of the path: of two failures that end the request the earlier decides', () => {
    const ending = [
      'dns',
      'connection',
      'client',
      'edge',
      'waf',
      'balancer',
      'gateway',
      'authentication',
      'authorisation',
      'controller',
      'pool',
    ] as const
    ending.forEach((first, at) => {
      for (const second of ending.slice(at + 1)) {
        const both = followRequest(read, { toggles: failing(second, first) })
        expect(both.answer, `${first} and ${second}`).toEqual(followRequest(read, { toggles: failing(first) }).answer)
      }
    })
  })

  it('of any two stages end in a stated status', () => {
    for (const scenario of ['cold-read', 'accepted-write', 'warm-edge-hit', 'backend-down'].map(scenarioNamed)) {
      for (const first of stageIds) {
        for (const second of stageIds) {
          const { answer, spans, responseMicros } = followRequest(scenario, { toggles: { [first]: 'fail', [second]: 'slow' } })
          expect(reasons).toContain(answer.reason)
          expect(criticalPath(spans).reduce((sum, { start, end }) => sum + end - start, 0)).toBe(responseMicros)
        }
      }
    }
  })

  it('all at once stop at the first stage that is needed', () => {
    expect(followRequest(read, { toggles: failing(...stageIds) }).answer.reason).toBe('dns-timeout')
    expect(followRequest(scenarioNamed('cache-hit'), { toggles: failing(...stageIds) }).answer.reason).toBe('client-gone')
  })

  it('put a failed stage before what is wrong with the request', () => {
    const { answer } = followRequest(scenarioNamed('expired-token'), { toggles: failing('authentication') })
    expect(answer).toEqual(answerFor('keys-unavailable'))
  })

  it('let the reader switch off what the scenario has broken', () => {
    const { answer } = followRequest(scenarioNamed('slow-database'), { toggles: { query: 'ok' } })
    expect(answer.status).toBe(200)
  })

  it('keep the status line that was sent when the response breaks off', () => {
    const broken = followRequest(scenarioNamed('accepted-write'), { toggles: failing('response') })
    expect([broken.answer.status, broken.sent.status]).toEqual([502, 202])
    expect(broken.request.async).toBe('done')
  })
})
