import { describe, expect, it } from 'vitest'
import { payloadOf } from '@/lib/lifecycle/payload'
import { followRequest } from '@/lib/lifecycle/trace'
import { everySingleToggle } from '@/lib/lifecycle/trace-hash'
import type { PayloadLine, Words } from '@/lib/lifecycle/words'
import { scenarioNamed, scenarios, words } from './shipped-content'

const everyTrace = scenarios.flatMap((scenario) => everySingleToggle().map((toggles) => followRequest(scenario, { toggles })))

describe('the payload inspector', () => {
  it('fills in every name in every line of every span', () => {
    const lines = everyTrace.flatMap((one) => one.spans.flatMap((span) => Object.values(payloadOf(span, one, words)).flat()))
    expect(lines.length).toBeGreaterThan(10_000)
    expect(lines.filter((line) => /\{\w+\}|undefined|NaN/.test(line))).toEqual([])
  })

  it('shows the SQL with the tenant, the cache key and the response', () => {
    const miss = followRequest(scenarioNamed('cache-miss'))
    const of = (stage: string, part = 'whole'): string => {
      const { reads, adds } = payloadOf(
        miss.spans.find((span) => span.stage === stage && span.part === part)!,
        miss,
        words,
      )
      return [...reads, ...adds].join('\n')
    }
    expect(of('query')).toContain("SELECT * FROM orders WHERE tenant_id = 't0' AND id = 42")
    expect(of('cache', 'lookup')).toContain('GET order:t0:42')
    expect(of('cache', 'fill')).toContain('SET order:t0:42 … EX 60')
    expect(of('response')).toContain('HTTP/2 200')
  })

  it('shows Retry-After on a 429 and the permission bits on a 403', () => {
    const limited = followRequest(scenarioNamed('rate-limited'))
    const bucket = limited.spans.find(({ part }) => part === 'rate-limit')!
    expect(payloadOf(bucket, limited, words).adds).toEqual(['HTTP/2 429', `retry-after: ${limited.request.retryAfter}`])
    const forbidden = followRequest(scenarioNamed('missing-permission'))
    const check = forbidden.spans.find(({ stage }) => stage === 'authorisation')!
    expect(payloadOf(check, forbidden, words).reads).toContain('role viewer = 0b001, needed 0b010')
  })

  it('shows every line of the catalogue in some trace or other', () => {
    const lines = Object.entries(words.stages).flatMap(([stage, { reads, adds }]) =>
      [...reads, ...adds].map(({ when, text }) => `${stage}: ${when} ${text}`),
    )
    const marked = Object.entries(words.stages).map(([stage, { reads, adds, ...rest }]) => {
      const mark = ({ when, text }: PayloadLine): PayloadLine => ({
        when,
        text: `${stage}: ${when} ${text}`.replace(/[{}]/g, '|'),
      })
      return [stage, { ...rest, reads: reads.map(mark), adds: adds.map(mark) }]
    })
    const crowd = Array.from({ length: 40 }, (_, index) =>
      followRequest(scenarioNamed('cache-miss'), { index, settings: { publicShare: 60, edgeTtl: 0 } }),
    )
    const markedWords: Words = { ...words, stages: Object.fromEntries(marked) as Words['stages'] }
    const shown = new Set(
      [...everyTrace, ...crowd].flatMap((one) =>
        one.spans.flatMap((span) => Object.values(payloadOf(span, one, markedWords)).flat()),
      ),
    )
    expect(lines.map((line) => line.replace(/[{}]/g, '|')).filter((line) => !shown.has(line))).toEqual([])
  })
})
