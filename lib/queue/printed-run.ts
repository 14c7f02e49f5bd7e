import { type ClaimMeasure, claimValue } from './claims'
import { chartsOf } from './summary'
import { advance } from './engine'
import { type Expectation, expectations } from './expectations'
import { type Frame, frameOf } from './frame'
import { type Line, lineAt } from './journal-lines'
import { measure } from './measures'
import type { Charts, Outcome } from './protocol'
import { type ScenarioData, scenarioConfig } from './scenario-run'
import type { QueueConfig } from './settings'
import type { Simulation } from './simulation'
import { tellingMoment } from './telling-moment'
import { startSimulation } from './start'

// A scenario for a page that runs nothing: what it came to, one telling moment of it, how its log begins, and the runs it is held against.

export type PrintedRun = {
  readonly config: QueueConfig
  readonly end: number
  readonly frame: Frame
  readonly outcome: Outcome
  readonly expectations: readonly Expectation[]
  readonly charts: Charts
  readonly lines: readonly Line[]
  /** Of all lines of the run. */
  readonly total: number
  /** The same work with the answer given the other way. */
  readonly otherWay: Outcome
  readonly against: Outcome | null
}

const FIRST_LINES = 40

export function printRun(scenario: ScenarioData, facts: readonly ClaimMeasure[]): PrintedRun {
  const config = scenarioConfig(scenario, 'main')
  const sim = ended(config)
  const charts = chartsOf(sim.series)
  const outcome = outcomeOf(sim, facts)
  return {
    config,
    end: sim.now,
    frame: frameAt(config, tellingMoment(charts, config, sim.now)),
    outcome,
    expectations: expectations(config, outcome.measures),
    charts,
    lines: Array.from({ length: FIRST_LINES }, (_, index) => lineAt(sim.journal, index)).filter((line) => line !== null),
    total: sim.journal.total,
    otherWay: outcomeOf(ended({ ...config, placement: otherPlacement(config) }), facts),
    against: scenario.against === undefined ? null : outcomeOf(ended(scenarioConfig(scenario, 'against')), facts),
  }
}

export function otherPlacement({ placement }: QueueConfig): QueueConfig['placement'] {
  return placement === 'inline' ? 'queued' : 'inline'
}

function ended(config: QueueConfig): Simulation {
  const sim = startSimulation(config)
  advance(sim, Infinity)
  return sim
}

function outcomeOf(sim: Simulation, facts: readonly ClaimMeasure[]): Outcome {
  const measures = measure(sim)
  return { measures, facts: facts.map((fact) => claimValue(sim, measures, fact)) }
}

function frameAt(config: QueueConfig, at: number): Frame {
  const sim = startSimulation(config)
  return frameOf(sim, advance(sim, at))
}
