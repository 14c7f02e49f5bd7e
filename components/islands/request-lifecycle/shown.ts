import type { LifecycleFigure } from '@/lib/content/lifecycle'
import type { Settings } from '@/lib/lifecycle/assumptions'
import { compareTraces } from '@/lib/lifecycle/compare'
import { type Distribution, distributeInSlices } from '@/lib/lifecycle/distribution'
import { decodeLink, encodeLink, type LinkState } from '@/lib/lifecycle/link-state'
import type { Scenario } from '@/lib/lifecycle/scenario'
import { momentAt } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { fillIn } from '@/lib/lifecycle/words'
import type { Choice, Shown } from './choice'
import { follow, type Position } from './following'

function scenarioOf({ scenarios, assumptions }: LifecycleFigure, id: string): Scenario {
  const found = scenarios.find((it) => it.id === id) ?? scenarios[0]!
  const presets = Object.entries(assumptions).map(([key, { preset }]) => [key, preset])
  return { ...found, settings: { ...(Object.fromEntries(presets) as Settings), ...found.settings } }
}

/** What a choice comes to, and where the playhead then stands. */
export function show(figure: LifecycleFigure, choice: Choice, at: number, before: number): { shown: Shown; position: Position } {
  const { seed, index, toggles, settings, compare } = choice
  const followed = follow(followRequest(scenarioOf(figure, choice.scenario), { seed, index, toggles, settings }))
  const other = compare === null ? null : followRequest(scenarioOf(figure, compare))
  const comparison = other && compare !== null ? { id: compare, differences: compareTraces(followed.trace, other) } : null
  const moment = momentAt(at, followed.steps)
  // Earlier steps are only meant while they fall on the same moment.
  let step = moment.step
  while (step > moment.step - before && step > 0 && followed.steps[step - 1]!.at === followed.steps[moment.step]!.at) step -= 1
  return { shown: { choice, followed, comparison }, position: { step, at: moment.at } }
}

/** Null when it was superseded meanwhile. The timer lets input and painting go first after each slice. */
export function recount(figure: LifecycleFigure, choice: Choice, isWanted: () => boolean): Promise<Distribution | null> {
  const { scenario, seed, toggles, settings, budgetMicros } = choice
  const pause = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(isWanted())))
  return distributeInSlices(scenarioOf(figure, scenario), { seed, toggles, settings, budgetMicros }, pause)
}

export type Opened = { readonly state: LinkState; readonly notices: readonly string[] }

export function readLink(figure: LifecycleFigure, fragment: string): Opened {
  const { state, notices } = decodeLink(fragment, figure.scenarios, figure.assumptions)
  return { state, notices: notices.map((it) => fillIn(figure.words.notices[it.code], it)) }
}

export function linkTo(figure: LifecycleFigure, { choice, followed }: Shown, { step, at }: Position): string {
  const latest = momentAt(at, followed.steps).step
  return encodeLink({ ...choice, at, before: Math.max(0, latest - step) }, figure.scenarios)
}
