import type { LifecycleFigure } from '@/lib/content/lifecycle'
import type { Settings } from '@/lib/lifecycle/assumptions'
import { compareDistributions, compareTraces } from '@/lib/lifecycle/compare'
import { distributeInSlices } from '@/lib/lifecycle/distribution'
import { decodeLink, encodeLink, type LinkState } from '@/lib/lifecycle/link-state'
import type { Scenario } from '@/lib/lifecycle/scenario'
import { momentAt } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { failuresOf, type Without, withoutFailure } from '@/lib/lifecycle/without'
import { fillIn } from '@/lib/lifecycle/words'
import { breath } from './breath'
import type { Choice, Comparison, Counted, Shown } from './choice'
import { follow, type Position } from './following'

function scenarioOf({ scenarios, assumptions }: LifecycleFigure, id: string): Scenario {
  const found = scenarios.find((it) => it.id === id) ?? scenarios[0]!
  const presets = Object.entries(assumptions).map(([key, { preset }]) => [key, preset])
  return { ...found, settings: { ...(Object.fromEntries(presets) as Settings), ...found.settings } }
}

/** What a choice comes to, and where the playhead then stands. */
export function show(figure: LifecycleFigure, choice: Choice, at: number, before: number): { shown: Shown; position: Position } {
  const followed = follow(followRequest(scenarioOf(figure, choice.scenario), choice))
  const moment = momentAt(at, followed.steps)
  // Earlier steps are only meant while they fall on the same moment.
  let step = moment.step
  while (step > moment.step - before && step > 0 && followed.steps[step - 1]!.at === followed.steps[moment.step]!.at) step -= 1
  return { shown: { choice, followed }, position: { step, at: moment.at } }
}

/** Null when it was superseded meanwhile. */
export async function count(
  figure: LifecycleFigure,
  { choice, followed: { trace } }: Shown,
  isWanted: () => boolean,
): Promise<Counted | null> {
  const scenario = scenarioOf(figure, choice.scenario)
  const pause = () => breath().then(isWanted)
  const without: Without[] = []
  for (const stage of failuresOf(trace)) {
    if (!(await pause())) return null
    without.push(withoutFailure(scenario, choice, stage))
  }
  const distribution = await distributeInSlices(scenario, choice, pause)
  if (!distribution) return null
  if (choice.compare === null) return { of: choice, distribution, without, comparison: null }
  const other = scenarioOf(figure, choice.compare)
  const otherDistribution = await distributeInSlices(other, {}, pause)
  if (!otherDistribution) return null
  const comparison: Comparison = {
    id: choice.compare,
    ofTraces: compareTraces(trace, followRequest(other)),
    ofDistributions: compareDistributions(distribution, otherDistribution),
  }
  return { of: choice, distribution, without, comparison }
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
