import { claimValue } from './claims'
import type { Parts } from './broker'
import { advance, startWith } from './engine'
import { measure } from './measures'
import type { Command, Outcome, Reply } from './protocol'
import type { Simulation } from './simulation'

// Runs beside the one that is looked at: the same work done the other way, or the run that a scenario is held against.

type Asked = Extract<Command, { readonly type: 'others' }>
export type Others = { ask(asked: Asked): void; slice(isOver: () => boolean): boolean }

const SLICE_EVENTS = 1000

export function createOthers(post: (reply: Reply) => void, parts: Parts, maxEvents: number): Others {
  let asked: Asked | null = null
  let sim: Simulation | null = null
  let outcomes: Outcome[] = []

  /** True while there is a run left. */
  function advanceOne({ configs, facts }: Asked): boolean {
    const config = configs[outcomes.length]
    if (config === undefined) return false
    sim ??= startWith(parts, config, maxEvents)
    if (advance(sim, Infinity, SLICE_EVENTS) === 'running') return true
    const ended = sim
    const measures = measure(ended)
    outcomes.push({ measures, facts: facts.map((fact) => claimValue(ended, measures, fact)) })
    sim = null
    return outcomes.length < configs.length
  }

  return {
    ask(next) {
      asked = next
      sim = null
      outcomes = []
    },
    slice(isOver) {
      if (asked === null) return false
      while (advanceOne(asked)) if (isOver()) return true
      post({ type: 'others', request: asked.request, outcomes })
      asked = null
      return false
    },
  }
}
