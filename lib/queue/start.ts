import { ALL_PARTS } from './all-parts'
import { startWith } from './engine'
import type { QueueConfig } from './settings'
import type { Simulation } from './simulation'

/** Any run, at its beginning. */
export const startSimulation = (config: QueueConfig, maxEvents?: number): Simulation => startWith(ALL_PARTS, config, maxEvents)
