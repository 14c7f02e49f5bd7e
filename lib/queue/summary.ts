import { type ClaimMeasure, claimValue } from './claims'
import { measure } from './measures'
import type { Charts, Reply } from './protocol'
import { SERIES, type Series } from './series'
import type { Simulation } from './simulation'
import { tellingMoment } from './telling-moment'

export { createOthers } from './others'

/** What a run came to. */
export function summarise(sim: Simulation, facts: readonly ClaimMeasure[]): Extract<Reply, { type: 'measures' }> {
  const measures = measure(sim)
  const charts = chartsOf(sim.series)
  return {
    type: 'measures',
    measures,
    facts: facts.map((fact) => claimValue(sim, measures, fact)),
    charts,
    telling: tellingMoment(charts, sim.config, sim.now),
  }
}

export function chartsOf(series: Series): Charts {
  const points = Object.fromEntries(SERIES.map((name) => [name, series.points[name].slice(0, series.count)]))
  return { widthMicros: series.width, points: points as Charts['points'] }
}
