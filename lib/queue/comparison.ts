import { advance } from './engine'
import type { QueueConfig } from './settings'
import { measure, type Measures } from './measures'
import { startSimulation } from './start'

/** Both ways of doing the same work: the same seed, so the same arrivals, the same tenants and the same amount of work per request. */
export type Comparison = { readonly inline: Measures; readonly queued: Measures }

export function runToEnd(config: QueueConfig): Measures {
  const sim = startSimulation(config)
  advance(sim, Infinity)
  return measure(sim)
}

export function compare(config: QueueConfig): Comparison {
  return { inline: runToEnd({ ...config, placement: 'inline' }), queued: runToEnd({ ...config, placement: 'queued' }) }
}
