import type { Scenario } from './scenario'
import { stageIds, type StageId } from './stages'
import { followRequest, type Trace, type TraceOptions } from './trace'

/** How the same request of the same run would have ended, had this one stage been sound and all else as it was. */
export type Without = { readonly stage: StageId; readonly status: number; readonly responseMicros: number }

export function failuresOf({ toggles }: Trace): StageId[] {
  return stageIds.filter((stage) => (toggles[stage] ?? 'ok') !== 'ok')
}

export function withoutFailure(scenario: Scenario, options: TraceOptions, stage: StageId): Without {
  const { answer, responseMicros } = followRequest(scenario, { ...options, toggles: { ...options.toggles, [stage]: 'ok' } })
  return { stage, status: answer.status, responseMicros }
}
