import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress, scenarioAddress, writeAddress } from '@/components/islands/broker-queue/address'
import { configOfScenario } from '@/components/islands/broker-queue/scenario-config'
import { queueFigure } from '@/lib/content/queue'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { MAX_LINK } from '@/lib/queue/link'
import { ACTIONS, MAX_ACTIONS } from '@/lib/queue/settings'
import { randomConfig } from './random-config'

const figure = queueFigure('steady')

describe('the address of a run', () => {
  it('names the scenario alone and shows it as it was written, at its most telling moment', () => {
    for (const scenario of figure.scenarios)
      expect(readAddress(`#${scenarioAddress(scenario.slug)}`, figure)).toEqual({
        slug: scenario.slug,
        config: configOfScenario(scenario, figure.tables),
        micros: null,
        notices: [],
      })
  })

  it('brings back any run at any time, whatever scenario it began with', () => {
    const slug = fc.constantFrom(...figure.scenarios.map((it) => it.slug))
    fc.assert(
      fc.property(slug, randomConfig, fc.integer({ min: 1, max: 1e12 }), (name, drawn, micros) => {
        const config = { ...drawn, actions: drawn.actions.toSorted((a, b) => a.at - b.at) }
        const address = writeAddress(name, { config, micros }, figure)
        expect(readAddress(`#${address}`, figure)).toEqual({ slug: name, config, micros, notices: [] })
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('fits into the 2 KB of a link with as many actions as a run takes', () => {
    const actions = Array.from({ length: MAX_ACTIONS }, (_, at) => ({
      at: 999_999_999_999 + at,
      kind: ACTIONS[at % ACTIONS.length]!,
      target: 1_000_000,
      last: 999_999_999_999,
      value: 10_000,
    }))
    for (const scenario of figure.scenarios) {
      const config = { ...configOfScenario(scenario, figure.tables), actions }
      const address = writeAddress(scenario.slug, { config, micros: 999_999_999_999 }, figure)
      expect(address.length).toBeLessThanOrEqual(MAX_LINK)
      expect(readAddress(address, figure).config).toEqual(config)
    }
  })

  it('of a scenario that is none is said, and the first one shown', () => {
    const { slug, notices } = readAddress('#v=1&sc=steddy', figure)
    expect(slug).toBe('steady')
    expect(notices).toEqual(['“steddy” is no scenario; “Steady traffic” is shown.'])
  })

  it('of any kind never throws, and always gives a run that can be started', () => {
    const name = fc.oneof(fc.constantFrom('sc', 'w', 'v', 'at', 'do', '__proto__', 'n'), fc.string())
    const value = fc.oneof(fc.constantFrom('steady', 'NaN', '-1', '1e309', '', '%E0%A4%A', '<b>', 'payments'), fc.string())
    const pairs = fc
      .array(
        fc.tuple(name, value).map((it) => it.join('=')),
        { maxLength: 20 },
      )
      .map((it) => it.join('&'))
    fc.assert(
      fc.property(fc.oneof(fc.string(), pairs), (hash) => {
        const { slug, config, micros } = readAddress(hash, figure)
        expect(figure.scenarios.map((it) => it.slug)).toContain(slug)
        expect(micros === null || micros >= 0).toBe(true)
        advance(startSimulation(config), 1e9, 50)
      }),
      { seed: 4, numRuns: 500 },
    )
  })
})
