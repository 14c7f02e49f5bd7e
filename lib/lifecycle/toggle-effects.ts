import { stageIds, type FailureMode, type StageId } from './stages'
import type { Trace } from './trace'

export type Effect = 'decided' | 'felt' | 'bypassed' | 'not-reached' | 'elsewhere'

export type ToggleEffect = {
  readonly stage: StageId
  readonly mode: Exclude<FailureMode, 'ok'>
  readonly effect: Effect
  /** The stage on whose account the request ended as it did. */
  readonly decidedBy: StageId
}

/**
 * What became of every toggle that is set, in the order of the path. The request meets the stages in that order, so the first failure
 * that ends it decides, and toggles behind it are not reached, however many contradict one another.
 */
export function toggleEffects(trace: Trace): ToggleEffect[] {
  return stageIds.flatMap((stage) => {
    const mode = trace.toggles[stage] ?? 'ok'
    return mode === 'ok' ? [] : [{ stage, mode, effect: effectOf(stage, trace), decidedBy: trace.answer.cause }]
  })
}

function effectOf(stage: StageId, { answer, spans }: Trace): Effect {
  if (answer.status >= 400 && answer.cause === stage) return 'decided'
  const visits = spans.filter((span) => span.stage === stage)
  if (visits.length === 0) return answer.status < 400 ? 'elsewhere' : 'not-reached'
  return visits.every((span) => span.outcome === 'reused' || span.outcome === 'bypass') ? 'bypassed' : 'felt'
}
