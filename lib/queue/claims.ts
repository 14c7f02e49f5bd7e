import { percentileOf } from '@/lib/simulation/percentile'
import type { Measures } from './measures'
import type { Simulation } from './simulation'
import { recorded } from './tape'

/** What a scenario may make claims about. Times in milliseconds. */
export const CLAIM_MEASURES = [
  'completed',
  'lost',
  'duplicates',
  'deduped',
  'died',
  'dead',
  'dropped',
  'refused',
  'redelivered',
  'claimed',
  'rebalances',
  'outOfOrder',
  'inTime',
  'lateAcks',
  'resubmitted',
  'dependencyRefusals',
  'maxReady',
  'apiP50',
  'apiP99',
  'endToEndP50',
  'endToEndP95',
  'endToEndP99',
  'drain',
  'utilisation',
  'redriven',
  'threadsPeak',
  'lagShareOfWorst',
  'idleWorkers',
] as const
export type ClaimMeasure = (typeof CLAIM_MEASURES)[number]

export function claimValue(sim: Simulation, measures: Measures, measure: ClaimMeasure): number {
  switch (measure) {
    case 'apiP50':
      return percentileOf(recorded(sim.samples.api), 50) / 1000
    case 'apiP99':
      return percentileOf(recorded(sim.samples.api), 99) / 1000
    case 'endToEndP50':
      return percentileOf(recorded(sim.samples.endToEnd), 50) / 1000
    case 'endToEndP95':
      return percentileOf(recorded(sim.samples.endToEnd), 95) / 1000
    case 'endToEndP99':
      return percentileOf(recorded(sim.samples.endToEnd), 99) / 1000
    case 'drain':
      return (measures.drainMicros ?? Infinity) / 1000
    case 'threadsPeak':
      return measures.peakThreads
    case 'lagShareOfWorst':
      return shareOfBusiestLane(sim)
    case 'idleWorkers': {
      const { workers, owners } = sim.stations[1] ?? sim.stations[0]!
      return workers.filter((_, index) => !owners.includes(index)).length
    }
    default:
      return measures[measure]
  }
}

/** Per cent of all messages that went to the lane with the most. */
function shareOfBusiestLane(sim: Simulation): number {
  const orders = (sim.stations[1] ?? sim.stations[0]!).nextOrder
  return (
    (100 * Math.max(...orders)) /
    Math.max(
      1,
      orders.reduce((sum, order) => sum + order, 0),
    )
  )
}
