import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  scenarioFiles,
  scenarioNamed,
  scenarioSchema,
  scenarios,
  stages,
  stagesAsWritten,
  stagesSchema,
  topologySchema,
} from './shipped-content'

const sound = `
id: sound
title: Sound
question: Is it sound?
teaches: That it is.
seed: 1
observe: 0
budget: 300 ms
request: { operation: read, visibility: private, client: new, flaw: none, key: 1 }
start: { edge: cold, cache: cold }
settings: { queryTimeout: 1.5 s, rate: 90 }
failures: { query: slow }
expect: { status: 200, reason: served }
`

function errorsOf(text: string): string[] {
  const result = scenarioSchema.safeParse(parse(text))
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a scenario file', () => {
  it('becomes a scenario with whole microseconds and complete settings', () => {
    const { settings, toggles, budgetMicros } = scenarioSchema.parse(parse(sound))
    expect([settings.queryTimeout, settings.rate, settings.poolSize]).toEqual([
      1_500_000,
      90,
      scenarioNamed('cold-read').settings.poolSize,
    ])
    expect(toggles).toEqual({ query: 'slow' })
    expect(budgetMicros).toBe(300_000)
  })

  it.each([
    ['client: new', 'client: fresh', 'request.client: found "fresh", allowed: new, returning'],
    ['query: slow', 'query: slwo', 'failures.query: found "slwo", allowed: ok, slow, fail; did you mean "slow"?'],
    ['query: slow', 'qurey: slow', /^failures: found the key "qurey", allowed: client, dns, .*; did you mean "query"\?$/],
    ['rate: 90', 'rates: 90', /^settings: found the key "rates", allowed: .*; did you mean "rate"\?$/],
    [
      '1.5 s',
      '1500',
      'settings.queryTimeout: found 1500, allowed: a time from 1 ms to 30 s, written like "300 us", "250 ms" or "1.5 s"',
    ],
    ['1.5 s', '2 min', /^settings.queryTimeout: found "2 min", allowed: a time/],
    ['1.5 s', '0.0000001 s', /^settings.queryTimeout: found "0.0000001 s"/],
    ['rate: 90', 'rate: -1', 'settings.rate: found -1, allowed: a whole number from 1 to 5000'],
    ['rate: 90', 'rate: 1.5', 'settings.rate: found 1.5, allowed: a whole number from 1 to 5000'],
    ['rate: 90', 'backendsDown: 9', 'settings.backendsDown: found 9, allowed: at most backends, which is 3'],
    ['observe: 0', 'observe: 10000', 'observe: found 10000, allowed: a whole number from 0 to 9999'],
    ['seed: 1', 'sed: 1', /^: found the key "sed", allowed: .*; did you mean "seed"\?$/],
    ['title: Sound', 'title: ""', 'title: found "", allowed: text of 1 to 60 characters'],
    ['id: sound', 'id: Not Sound', 'id: allowed: lower-case words joined by hyphens, like "cold-read"'],
    [
      'flaw: none',
      'flaw: invalid-body',
      'request.flaw: found "invalid-body" on a read, allowed: a flaw that a read can have, or operation: write',
    ],
    [
      'operation: read, visibility: private',
      'operation: write, visibility: public',
      /^request.visibility: found "public" on a write/,
    ],
    ['reason: served', 'reason: servd', /^expect.reason: found "servd", allowed: .*; did you mean "served"\?$/],
  ])('with "%s" made "%s" is refused, saying what was found and what is allowed', (right, wrong, message) => {
    const errors = errorsOf(sound.replace(right, wrong))
    expect(
      errors.some((error) => (typeof message === 'string' ? error === message : message.test(error))),
      errors.join('\n'),
    ).toBe(true)
  })

  it('that is no object at all is refused', () => {
    expect(errorsOf('just a text')[0]).toMatch(/^: found "just a text", allowed: an object with the keys id, title/)
    expect(errorsOf('')[0]).toMatch(/^: found null/)
  })

  it('is named after its id, and the first of the shipped ones exist', () => {
    for (const { file, document } of scenarioFiles) expect(file).toBe(`${document.id}.yaml`)
    expect(scenarios.length).toBeGreaterThanOrEqual(10)
  })
})

describe('the catalogue', () => {
  it('tells of every stage what happens, why it exists, what breaks without it, alternatives, and what a failure does', () => {
    for (const { happens, exists, without, alternatives, slow, fails } of Object.values(stages)) {
      for (const text of [happens, exists, without, slow, fails, ...alternatives]) expect(text.length).toBeGreaterThan(10)
    }
  })

  it('refuses a catalogue without one of the stages', () => {
    const result = stagesSchema.safeParse({ ...stagesAsWritten, waf: undefined })
    expect(result.error?.issues.map(({ path }) => path)).toEqual([['waf']])
  })

  it('refuses a drawing with a stage missing or an edge misnamed', () => {
    const result = topologySchema.safeParse({
      viewBox: { landscape: '0 0 9 9', portrait: '0 0 9 9' },
      nodes: [],
      edges: [{ id: 'edge-client', from: 'client', to: 'edge', isAsync: false, landscape: 'M0 0 H1', portrait: 'M0 0 H1' }],
    })
    const messages = result.error?.issues.map(({ message }) => message) ?? []
    expect(messages).toContain('found 0 nodes for stage "waf", allowed: exactly 1')
    expect(messages).toContain('found "edge-client", allowed: "client-edge"')
  })
})
