import { CLAIM_MEASURES, claimValue, type ClaimMeasure } from './claims'
import { advance } from './engine'
import { ACTIONS, type Action, type QueueConfig, type Settings } from './settings'
import { FIELDS } from './fields'
import { measure, type Measures } from './measures'
import type { Simulation } from './simulation'
import { configOf } from './workloads'
import { startSimulation } from './start'

/** What the scenario schema has to know of the model. */
export const SCENARIO_PARTS = { fields: FIELDS, actions: ACTIONS, measures: CLAIM_MEASURES } as const

/** A checked scenario, as the schema gives it. */
export type ScenarioData = {
  readonly slug: string
  readonly settings: object
  readonly actions: readonly object[]
  readonly against?:
    { readonly label: string; readonly settings: object; readonly actions?: readonly object[] | undefined } | undefined
  readonly claims: readonly ScenarioClaim[]
}
export type ScenarioClaim = {
  readonly run: string
  readonly measure: string
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
  readonly because: string
}

export type ScenarioRun = { readonly config: QueueConfig; readonly sim: Simulation; readonly measures: Measures }

/** The run `against` differs from the main one in the settings it names, and in the actions if it names any. */
export function scenarioConfig(scenario: ScenarioData, run: 'main' | 'against'): QueueConfig {
  const other = run === 'against' ? scenario.against : undefined
  const settings = { ...scenario.settings, ...other?.settings } as Partial<Settings>
  const actions = (other?.actions ?? scenario.actions) as readonly Action[]
  return configOf({ ...settings, actions: [...actions].sort((a, b) => a.at - b.at) })
}

export function runScenario(scenario: ScenarioData, run: 'main' | 'against'): ScenarioRun {
  const config = scenarioConfig(scenario, run)
  const sim = startSimulation(config)
  advance(sim, Infinity)
  return { config, sim, measures: measure(sim) }
}

/** `claim` is its place in the scenario's list. */
export type BrokenClaim = { readonly claim: number; readonly says: string }

/** The claims that the runs do not bear out. */
export function brokenClaims(scenario: ScenarioData, runs: Readonly<Partial<Record<string, ScenarioRun>>>): BrokenClaim[] {
  return scenario.claims.flatMap(({ run, measure: name, atLeast, atMost, because }, claim) => {
    const shown = runs[run]
    if (shown === undefined) return [{ claim, says: `it is about the run “${run}”, which the scenario does not have` }]
    const value = claimValue(shown.sim, shown.measures, name as ClaimMeasure)
    if (value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)) return []
    const claimed = [atLeast === undefined ? [] : `at least ${atLeast}`, atMost === undefined ? [] : `at most ${atMost}`].flat()
    return [{ claim, says: `${name} of the run “${run}” is ${value}, claimed is ${claimed.join(' and ')} (${because})` }]
  })
}
