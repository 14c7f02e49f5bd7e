import type { Reason } from './answers'
import type { Luck } from './luck'
import type { Flaw } from './scenario'
import type { Outcome, Part, Span } from './span'
import type { StageId } from './stages'
import type { World } from './world'

export type MutableSpan = { -readonly [Key in keyof Span]: Span[Key] }

export type Lookup = 'none' | 'hit' | 'miss'

/** One request on its way. What it meets and what becomes of it is written here as it goes. */
export type Journey = {
  readonly index: number
  readonly begunAt: number
  readonly isWrite: boolean
  readonly isPublic: boolean
  readonly isNewClient: boolean
  readonly flaw: Flaw
  readonly tenant: number
  readonly key: number
  readonly luck: Luck
  /** Kept for requests that somebody looks at, null for the crowd. */
  readonly spans: MutableSpan[] | null
  reason: Reason
  /** What the status line on the wire said, where the client reports something else. */
  sent: Reason
  /** The stage to blame, where that is not the one the reason names: what ran when time was up, or what had opened the breaker. */
  causedBy: StageId | null
  isLate: boolean
  endedAt: number
  crossedToOrigin: boolean
  edgeLookup: Lookup
  cacheLookup: Lookup
  attempts: number
  backend: number | null
  tokensLeft: number
  retryAfter: number
  ticket: number
  strandsLeft: number
  async: 'none' | 'pending' | 'done' | 'dead-lettered'
}

export type Step = (world: World, strand: Strand) => Step | null

/** A line of execution: the request itself, or the work that goes on after it. */
export type Strand = {
  readonly journey: Journey
  clock: number
  deadline: number
  next: Step | null
  /** The innermost open span. */
  top: number | null
  attempt: number
  /** What the last step found out for the next one. */
  found: Found
}

export type Found = 'good' | 'timeout' | 'refused' | 'rolled-back'

export function createStrand(journey: Journey, clock: number, next: Step): Strand {
  journey.strandsLeft += 1
  return { journey, clock, deadline: Infinity, next, top: null, attempt: 1, found: 'good' }
}

/** Time passes, but never beyond the deadline: what would take longer is cut off there, the request is late, and false comes back. */
export function spend(strand: Strand, stage: StageId, micros: number): boolean {
  const end = strand.clock + micros
  strand.clock = Math.min(end, strand.deadline)
  if (end <= strand.deadline) return true
  strand.journey.isLate = true
  strand.journey.causedBy ??= stage
  return false
}

export function openSpan(strand: Strand, stage: StageId, part: Part = 'whole', follows: number | null = null): number {
  const { spans } = strand.journey
  if (spans === null) return -1
  const id = spans.length
  const { clock: start, top: parent, attempt } = strand
  spans.push({ id, parent, follows, stage, part, attempt, start, end: start, outcome: 'ok' })
  strand.top = id
  return id
}

export function closeSpan(strand: Strand, outcome: Outcome): void {
  const span = strand.journey.spans?.[strand.top ?? -1]
  if (!span) return
  span.end = strand.clock
  span.outcome = outcome
  strand.top = span.parent
}

/** A span without children, from now for so many microseconds. */
export function passSpan(
  strand: Strand,
  stage: StageId,
  part: Part,
  micros: number,
  outcome: Outcome = 'ok',
  follows: number | null = null,
): number {
  if (strand.journey.spans === null) {
    spend(strand, stage, micros)
    return -1
  }
  const id = openSpan(strand, stage, part, follows)
  const isWhole = spend(strand, stage, micros)
  closeSpan(strand, isWhole ? outcome : 'cancelled')
  return id
}

/** Closes everything that is still open inside the given span. */
export function closeInside(strand: Strand, outer: number | null, outcome: Outcome): void {
  while (strand.top !== null && strand.top !== outer) closeSpan(strand, outcome)
}
