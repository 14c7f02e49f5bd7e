import { isDeepStrictEqual } from 'node:util'
import { advance, type Progress } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import type { QueueConfig } from '@/lib/queue/settings'
import { brokenInvariants } from '@/lib/queue/invariants'
import { brokenPromises } from '@/lib/queue/promises'
import type { Simulation } from '@/lib/queue/simulation'
import { recorded } from '@/lib/queue/tape'
import { capture, restore, type Snapshot } from '@/lib/queue/snapshots'

/** Some settings are endless by nature, such as a poll limit that no batch can keep; these are watched for a while only. */
const WATCHED_EVENTS = 1200

/** Runs event by event. The first thing that is wrong after an event, or with the replay of the run, or null. */
export function firstProblem(config: QueueConfig): string | null {
  const sim = startSimulation(config)
  let progress: Progress = 'running'
  let early: Snapshot | null = null
  while (progress === 'running' && sim.events < WATCHED_EVENTS) {
    progress = advance(sim, Infinity, 1)
    const problems = [...brokenInvariants(sim), ...brokenPromises(sim, progress === 'drained')]
    if (problems.length > 0) return `event ${sim.events} at ${sim.now} µs: ${problems.join('; ')}`
    if (sim.events === 40) early = capture(sim)
  }
  const again = startSimulation(config)
  advance(again, Infinity, sim.events)
  if (again.journal.hash.hex() !== sim.journal.hash.hex()) return 'the same seed gave another trace'
  return early === null ? null : replayProblem(sim, early)
}

/** The state without its size: a copy of a copy may be trimmed differently. */
function stateOf(sim: Simulation): Snapshot {
  return { ...capture(sim), weight: { whole: 0, own: 0 } }
}

/** Every number of the state, and every sample that led to it. */
export function isSameState(one: Simulation, other: Simulation): boolean {
  const samples = (sim: Simulation): Float64Array[] => [sim.samples.api, sim.samples.endToEnd, sim.samples.wait].map(recorded)
  return isDeepStrictEqual([stateOf(one), samples(one)], [stateOf(other), samples(other)])
}

function replayProblem(sim: Simulation, early: Snapshot): string | null {
  const end = stateOf(sim)
  restore(sim, early)
  advance(sim, Infinity, end.events - early.events)
  return isDeepStrictEqual(stateOf(sim), end) ? null : 'the replay from a snapshot ended in another state'
}
