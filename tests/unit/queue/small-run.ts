import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import type { Action, QueueConfig } from '@/lib/queue/settings'
import { type LineKind } from '@/lib/queue/line-names'
import { lineAt, matchingLines, type Line } from '@/lib/queue/journal-lines'
import { measure, type Measures } from '@/lib/queue/measures'
import type { Simulation } from '@/lib/queue/simulation'
import { configOf } from '@/lib/queue/workloads'

/** No API, no network, no chance: one worker, 100 ms of work, and whatever the test is about. */
export function quiet(settings: Partial<QueueConfig>): QueueConfig {
  return configOf({
    messages: 5,
    rate: 1000,
    workers: 1,
    service: 'fixed',
    serviceMicros: 100_000,
    apiMicros: 0,
    roundTripMicros: 0,
    keys: 1,
    partitions: 1,
    outbox: false,
    dedupeMicros: 0,
    visibilityMicros: 0,
    backoff: 'none',
    attempts: 3,
    ...settings,
  })
}

export function ended(settings: Partial<QueueConfig>): Simulation {
  const sim = startSimulation(quiet(settings))
  advance(sim, Infinity, 200_000)
  return sim
}

export function stoppedAt(settings: Partial<QueueConfig>, micros: number): Simulation {
  const sim = startSimulation(quiet(settings))
  advance(sim, micros)
  return sim
}

export function measured(settings: Partial<QueueConfig>): Measures {
  return measure(ended(settings))
}

export function linesOf(sim: Simulation, filter: Parameters<typeof matchingLines>[1]): Line[] {
  return Array.from(matchingLines(sim.journal, filter), (index) => lineAt(sim.journal, index)!)
}

/** What happened to one message after it was published, in order; without the API's answer, which comes at the same instant. */
export function story(sim: Simulation, id: number): LineKind[] {
  const kinds = linesOf(sim, { id }).map((line) => line.kind)
  return kinds.filter((kind) => kind !== 'accepted' && kind !== 'published')
}

export function action(kind: Action['kind'], at: number, more: Partial<Action> = {}): Action {
  return { kind, at, target: -1, last: 0, value: 0, ...more }
}
