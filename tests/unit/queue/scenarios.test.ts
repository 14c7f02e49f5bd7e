import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { queueScenarioSchema } from '@/lib/content/queue-scenario'
import { brokenInvariants } from '@/lib/queue/invariants'
import { readLink, writeLink } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { brokenPromises } from '@/lib/queue/promises'
import { brokenClaims, runScenario, SCENARIO_PARTS, scenarioConfig } from '@/lib/queue/scenario-run'
import { traceText } from '@/lib/queue/trace-text'

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const folder = root('content/scenarios/queue')
const schema = queueScenarioSchema(SCENARIO_PARTS)
const scenarios = readdirSync(folder)
  .sort()
  .map((file) => schema.parse(parse(readFileSync(`${folder}/${file}`, 'utf8'))))

describe('the scenarios', () => {
  it('are the twelve, in order, each with what it teaches', () => {
    expect(scenarios.map((scenario) => scenario.slug)).toEqual([
      'steady',
      'burst',
      'slow-worker',
      'poison-to-dead-letter',
      'retry-storm',
      'visibility-timeout-too-short',
      'prefetch-too-high',
      'hot-partition',
      'rebalance-on-member-loss',
      'event-lost-without-outbox',
      'duplicate-payment',
      'goodput-collapse',
    ])
    expect(scenarios.map((scenario) => scenario.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(scenarios.every((scenario) => scenario.teaches.length > 100)).toBe(true)
  })

  it('use all three brokers', () => {
    expect(new Set(scenarios.map((scenario) => scenarioConfig(scenario, 'main').broker))).toEqual(
      new Set(['rabbitmq', 'redis', 'kafka']),
    )
  })
})

describe.each(scenarios)('$slug', (scenario) => {
  const runs = {
    main: runScenario(scenario, 'main'),
    ...(scenario.against === undefined ? {} : { against: runScenario(scenario, 'against') }),
  }

  it('bears out every claim it makes', () => {
    expect(brokenClaims(scenario, runs)).toEqual([])
  })

  it.each(Object.entries(runs))('%s: leaves the golden trace', async (name, { sim, measures, config }) => {
    expect([...brokenInvariants(sim), ...brokenPromises(sim, true)]).toEqual([])
    const golden = `${root('tests/golden/queue')}/${scenario.slug}.${name}.txt`
    await expect(traceText(sim.journal, measures, config.broker)).toMatchFileSnapshot(golden)
  })

  it.each(Object.entries(runs))('%s: fits into a link', (_, { config }) => {
    expect(readLink(writeLink({ config, micros: 0 }, LINK_TABLES), LINK_TABLES)).toEqual({ config, micros: 0, notices: [] })
  })
})

describe('a wrong scenario is refused with what was found and what is allowed', () => {
  const valid = {
    slug: 'x',
    order: 1,
    title: 'x',
    question: 'x',
    watch: 'x',
    teaches: 'x',
    settings: {},
    claims: [{ measure: 'lost', atMost: 0, because: 'x' }],
  }
  const messages = (change: object): string[] => {
    const result = schema.safeParse({ ...valid, ...change })
    return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  }

  it('accepts a right one', () => {
    expect(messages({})).toEqual([])
    expect(schema.parse({ ...valid, settings: { serviceMicros: '250 ms' } }).settings).toEqual({ serviceMicros: 250_000 })
  })

  it.each([
    [{ settings: { broker: 'kafak' } }, 'settings.broker: Broker: found "kafak", allowed is one of rabbitmq, redis, kafka'],
    [{ settings: { workers: 0 } }, 'settings.workers: Workers: found 0, allowed is a whole number from 1 to 64'],
    [
      { settings: { serviceMicros: '3 days' } },
      'settings.serviceMicros: Mean service time: found "3 days", allowed is a whole number from 1 to 600000000 (microseconds), or a time such as "250 ms"',
    ],
    [{ settings: { outbox: 'yes' } }, 'settings.outbox: Outbox: found "yes", allowed is true or false'],
    [{ settings: { worker: 3 } }, 'settings: settings: found "worker", allowed is workers, broker, workload or one of 49 others'],
    [
      { actions: [{ at: 1, kind: 'explode' }] },
      'actions.0.kind: kind: found "explode", allowed is one of kill, pause, slow, fail, poison, restart, crash, duplicate, redrive',
    ],
    [{ slug: 'Not A Slug' }, 'slug: slug: found "Not A Slug", allowed are small letters, digits and hyphens'],
    [{ claims: [] }, 'claims: claims: found none, a scenario proves at least one'],
    [{ claims: [{ measure: 'lost', because: 'x' }] }, 'claims.0: claim: found neither atLeast nor atMost, one is needed'],
    [{ teaches: undefined }, 'teaches: teaches: found nothing, allowed is text'],
  ])('%j', (change, message) => {
    expect(messages(change)).toEqual([message])
  })
})
