import { childrenOf, isAsync, type Span } from './span'
import type { StageId } from './stages'

/** The transport moves from one of these to the next; between two of them nothing begins or ends. */
export type TraceStep = {
  readonly at: number
  readonly span: Span
  /** What takes no time and holds nothing else is passed in one step. */
  readonly phase: 'enter' | 'leave' | 'pass'
  readonly from: StageId
  readonly to: StageId
  readonly isAsync: boolean
}

export function stepsOf(spans: readonly Span[]): TraceStep[] {
  const steps = childrenOf(null, spans).flatMap((root) => stepsInside(root, spans))
  // Stable: at one moment the request itself comes before the work it caused.
  return steps.sort((a, b) => a.at - b.at || Number(a.isAsync) - Number(b.isAsync))
}

function stepsInside(span: Span, spans: readonly Span[]): TraceStep[] {
  const around = spans[span.parent ?? span.follows ?? span.id]!.stage
  const common = { span, isAsync: isAsync(span, spans) }
  const enter = { ...common, at: span.start, from: around, to: span.stage }
  const children = childrenOf(span.id, spans)
  if (children.length === 0 && span.start === span.end) return [{ ...enter, phase: 'pass' }]
  return [
    { ...enter, phase: 'enter' },
    ...children.flatMap((child) => stepsInside(child, spans)),
    { ...common, at: span.end, phase: 'leave', from: span.stage, to: span.parent === null ? span.stage : around },
  ]
}

export type Moment = {
  /** Index of the latest step at or before this time. */
  readonly step: number
  readonly at: number
  /** Spans that are open now, outermost first. */
  readonly open: readonly Span[]
  /** Where the request is; null once its response is there. */
  readonly stage: StageId | null
  /** Where work after the commit is being done, if it is. */
  readonly asyncStage: StageId | null
  /** The message that is on a wire between client and edge or edge and origin, and how far it has come, from 0 to 1. */
  readonly wire: { readonly span: Span; readonly progress: number } | null
}

/** Any time may be asked for; what lies outside the trace is taken as its nearest end. */
export function momentAt(time: number, steps: readonly TraceStep[]): Moment {
  const last = steps.at(-1)
  if (!last) return { step: -1, at: 0, open: [], stage: null, asyncStage: null, wire: null }
  const at = Math.min(last.at, Math.max(0, Number.isNaN(time) ? 0 : time))
  return momentOfStep(lastStepUpTo(at, steps), steps, at)
}

export function momentOfStep(step: number, steps: readonly TraceStep[], at = steps[step]!.at): Moment {
  const open: { span: Span; isAsync: boolean }[] = []
  for (const { span, phase, isAsync } of steps.slice(0, step + 1)) {
    if (phase === 'enter') open.push({ span, isAsync })
    else if (phase === 'leave')
      open.splice(
        open.findIndex((entry) => entry.span === span),
        1,
      )
  }
  const latest = steps[step]!
  if (latest.phase === 'pass') open.push(latest)
  const innermost = open.findLast((entry) => !entry.isAsync)?.span ?? null
  return {
    step,
    at,
    open: open.map((entry) => entry.span),
    stage: innermost?.stage ?? null,
    asyncStage: open.findLast((entry) => entry.isAsync)?.span.stage ?? null,
    wire: innermost && isWire(innermost) ? { span: innermost, progress: progressOf(innermost, at) } : null,
  }
}

function lastStepUpTo(at: number, steps: readonly TraceStep[]): number {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (steps[middle]!.at <= at) low = middle
    else high = middle - 1
  }
  return low
}

function isWire(span: Span): boolean {
  return span.part === 'wire-out' || span.part === 'wire-back' || span.stage === 'response'
}

function progressOf(span: Span, at: number): number {
  return span.end === span.start ? 1 : (at - span.start) / (span.end - span.start)
}
