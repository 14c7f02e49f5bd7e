import type { StageId } from './stages'

export const parts = [
  'whole',
  'wire-out',
  'wire-back',
  'connect',
  'rate-limit',
  'validation',
  'lookup',
  'fill',
  'invalidate',
  'backoff',
  'breaker',
  'publish',
  'waiting',
  'attempt',
] as const

export type Part = (typeof parts)[number]

export const outcomes = [
  'ok',
  'error',
  'reused',
  'hit',
  'miss',
  'bypass',
  'refused',
  'timeout',
  'cancelled',
  'rejected',
  'dead-lettered',
] as const

export type Outcome = (typeof outcomes)[number]

/** Whole microseconds since the client began. */
export type Span = {
  readonly id: number
  readonly parent: number | null
  /** The span that caused this one without waiting for it; set on the first spans of asynchronous work only. */
  readonly follows: number | null
  readonly stage: StageId
  readonly part: Part
  readonly attempt: number
  readonly start: number
  readonly end: number
  readonly outcome: Outcome
}

export function isAsync(span: Span, spans: readonly Span[]): boolean {
  let top = span
  while (top.parent !== null) top = spans[top.parent]!
  return top.follows !== null
}

export function durationOf(span: Span): number {
  return span.end - span.start
}

export function childrenOf(id: number | null, spans: readonly Span[]): Span[] {
  return spans.filter((span) => span.parent === id)
}
