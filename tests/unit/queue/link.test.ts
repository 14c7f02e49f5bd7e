import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { ACTIONS, MAX_ACTIONS, MAX_MICROS, type QueueConfig } from '@/lib/queue/settings'
import { FIELDS, type Field } from '@/lib/queue/fields'
import { MAX_LINK, readLink, writeLink } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { WORKLOADS } from '@/lib/queue/workloads'

const anyValue = (field: Field): fc.Arbitrary<unknown> => {
  if ('choices' in field) return fc.constantFrom(...field.choices)
  if ('switch' in field) return fc.boolean()
  return fc.integer({ min: field.min, max: field.max })
}
const anyAction = fc.record({
  at: fc.integer({ min: 0, max: MAX_MICROS }),
  kind: fc.constantFrom(...ACTIONS),
  target: fc.integer({ min: -1, max: 1_000_000 }),
  last: fc.integer({ min: 0, max: MAX_MICROS }),
  value: fc.integer({ min: 0, max: 10_000 }),
})
const anyConfig = fc.record({
  ...Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, anyValue(field)])),
  actions: fc.array(anyAction, { maxLength: MAX_ACTIONS }).map((actions) => actions.sort((a, b) => a.at - b.at)),
}) as unknown as fc.Arbitrary<QueueConfig>

describe('a link', () => {
  it('gives back any state there can be, without a notice, in at most 2 KB', () => {
    fc.assert(
      fc.property(anyConfig, fc.integer({ min: 0, max: MAX_MICROS }), (config, micros) => {
        const link = writeLink({ config, micros }, LINK_TABLES)
        expect(link.length).toBeLessThanOrEqual(MAX_LINK)
        expect(readLink(`#${link}`, LINK_TABLES)).toEqual({ config, micros, notices: [] })
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('stays within 2 KB with every setting changed and every action as long as can be', () => {
    const widest = (field: Field): unknown =>
      'choices' in field ? [...field.choices].sort((a, b) => b.length - a.length)[0] : 'switch' in field ? true : field.max
    const longest = Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, widest(field)]))
    const actions = Array.from({ length: MAX_ACTIONS }, () => ({
      at: MAX_MICROS,
      kind: 'duplicate' as const,
      target: 1_000_000,
      last: MAX_MICROS,
      value: 10_000,
    }))
    expect(
      writeLink({ config: { ...longest, actions } as unknown as QueueConfig, micros: MAX_MICROS }, LINK_TABLES).length,
    ).toBeLessThanOrEqual(MAX_LINK)
  })

  it('of a workload as it is, is short', () => {
    expect(writeLink({ config: WORKLOADS.webhooks, micros: 0 }, LINK_TABLES)).toBe('v=1&w=webhooks')
    expect(readLink('', LINK_TABLES)).toEqual({ config: WORKLOADS.payments, micros: 0, notices: [] })
  })

  it('has a short name for every setting, each only once', () => {
    const codes = Object.values(FIELDS).map((field) => field.code)
    expect(new Set([...codes, 'v', 'do', 'at']).size).toBe(codes.length + 3)
  })
})

describe('a wrong link', () => {
  const notices = (link: string): readonly string[] => readLink(link, LINK_TABLES).notices

  it('is put right, and says what was wrong', () => {
    const read = readLink('v=1&r=1e9&c=-3&b=kafak&t=NaN&ox=yes&n=2.5&zz=1&at=-5', LINK_TABLES)
    expect(read.config).toMatchObject({ rate: 100_000, workers: 1, broker: 'rabbitmq', threads: 32, outbox: true, messages: 3 })
    expect(read.micros).toBe(0)
    expect(read.notices).toEqual([
      '“zz” in the link is no setting and was left out.',
      'Time: -5 is not a whole number from 0 to 1000000000000000; 0 was taken.',
      'Broker: “kafak” is none of rabbitmq, redis, kafka; rabbitmq was taken.',
      'Requests: 2.5 is not a whole number from 1 to 1000000; 3 was taken.',
      'Arrival rate: 1000000000 is not a whole number from 1 to 100000; 100000 was taken.',
      'API threads: “NaN” is no number; 32 was taken.',
      'Workers: -3 is not a whole number from 1 to 64; 1 was taken.',
      'Outbox: “yes” is neither on nor off; on was taken.',
    ])
  })

  it('of another version is refused with a notice', () => {
    expect(notices('v=99&r=5')).toEqual(['The link is of version “99”; this page reads version 1. The defaults are shown.'])
  })

  it('with too many or unknown actions keeps those it can', () => {
    expect(notices('v=1&do=explode.1.0.0.0')[0]).toContain('“explode” is no action')
    expect(readLink(`v=1&do=${'kill.1.0.0.0!'.repeat(40)}`, LINK_TABLES).config.actions).toHaveLength(MAX_ACTIONS)
  })

  it('of any kind never throws, and always gives a run that can be started', () => {
    const codes = Object.values(FIELDS).map((field) => field.code)
    const nasty = fc.constantFrom(
      'NaN',
      '-1',
      '1e9',
      '1e309',
      '0x10',
      '',
      '__proto__',
      'constructor',
      '%',
      'null',
      '-0',
      '9'.repeat(400),
    )
    const value = fc.oneof(nasty, fc.string(), fc.double().map(String))
    const name = fc.oneof(fc.constantFrom(...codes, 'v', 'w', 'do', 'at', '__proto__', 'toString'), fc.string())
    const pair = fc.tuple(name, value).map(([code, text]) => `${code}=${text}`)
    const oneAction = fc
      .tuple(fc.constantFrom(...ACTIONS, 'x', '__proto__'), value, value, value, value)
      .map((parts) => parts.join('.'))
    const actions = fc.array(oneAction, { maxLength: 40 }).map((list) => `do=${list.join('!')}`)
    const hostile = fc.oneof(
      fc.string(),
      fc
        .array(fc.oneof(pair, actions), { maxLength: 30 })
        .map((parts) => parts.filter((part) => !part.startsWith('v=')).join('&')),
    )
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { config, micros } = readLink(fragment, LINK_TABLES)
        expect(readLink(writeLink({ config, micros }, LINK_TABLES), LINK_TABLES)).toEqual({ config, micros, notices: [] })
        advance(startSimulation(config), 1e9, 50)
      }),
      { seed: 2, numRuns: 600 },
    )
  })
})
