import type { FigureScenario } from '@/lib/content/queue'
import { expectations } from '@/lib/queue/expectations'
import type { Charts } from '@/lib/queue/protocol'
import type { QueueConfig } from '@/lib/queue/settings'
import { drawCharts } from './chart-drawing'
import { layoutsOf } from './layout'
import type { Compare, Run } from './session'
import type { Shown } from './view'

// From a scenario to a run, and from a run to what is shown of it.

/** The run that a scenario is held against, with what the reader has changed changed in it as well. */
function configAgainst({ against }: FigureScenario, config: QueueConfig): QueueConfig | null {
  return against && { ...config, ...against.settings, actions: [...against.actions].sort((a, b) => a.at - b.at) }
}

/** The same work done the other way, and the run that the scenario is held against, with the facts that it is about. */
export const compareIn =
  (scenario: FigureScenario): Compare =>
  (config) => {
    const otherWay: QueueConfig = { ...config, placement: config.placement === 'inline' ? 'queued' : 'inline' }
    const against = configAgainst(scenario, config)
    return { facts: scenario.facts.map((it) => it.measure), others: against ? [otherWay, against] : [otherWay] }
  }

type Counted = Pick<Run, 'config' | 'end' | 'frame' | 'outcome'> & { readonly charts: Charts }

/** Charts of `points` points at most. */
export function shownRun({ charts, ...run }: Counted, points: number): Omit<Shown, 'otherWay' | 'against'> {
  const { config, end, frame, outcome } = run
  return {
    config,
    end,
    frame,
    outcome,
    expectations: expectations(config, outcome.measures),
    drawings: drawCharts(charts, end, points),
    layouts: layoutsOf(config),
  }
}
