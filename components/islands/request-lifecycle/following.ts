import type { Span } from '@/lib/lifecycle/span'
import { type Moment, momentOfStep, stepsOf, type TraceStep } from '@/lib/lifecycle/steps'
import type { Trace } from '@/lib/lifecycle/trace'

/** A trace with all that the views ask of it again and again. */
export type Followed = { readonly trace: Trace; readonly steps: readonly TraceStep[]; readonly end: number }

/** One playhead for all views. */
export type Position = { readonly step: number; readonly at: number }

const faults = new Set<Span['outcome']>(['error', 'refused', 'timeout', 'cancelled', 'rejected', 'dead-lettered'])

export const isFault = ({ outcome }: Span): boolean => faults.has(outcome)

export function follow(trace: Trace): Followed {
  const steps = stepsOf(trace.spans)
  return { trace, steps, end: steps.at(-1)?.at ?? 0 }
}

export const positionOfStep = ({ steps }: Followed, step: number): Position => {
  const within = Math.min(steps.length - 1, Math.max(0, step))
  return { step: within, at: steps[within]?.at ?? 0 }
}

export const momentOf = ({ steps }: Followed, { step, at }: Position): Moment => momentOfStep(step, steps, at)
