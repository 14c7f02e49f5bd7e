import type { ClaimMeasure } from '@/lib/queue/claims'
import type { Frame } from '@/lib/queue/frame'
import type { Charts, Command, Outcome, Reply } from '@/lib/queue/protocol'
import type { Action, QueueConfig } from '@/lib/queue/settings'

// What a figure and the run behind it want of each other.

/** What is to be known of a run: facts, and other runs to hold it against. */
export type Compare = (config: QueueConfig) => {
  readonly facts: readonly ClaimMeasure[]
  readonly others: readonly QueueConfig[]
}

export type Plan = {
  readonly config: QueueConfig
  /** Null: at its most telling moment. */
  readonly micros: number | null
  /** Null: the page knows what comes of the run and wants its moments alone. */
  readonly compare: Compare | null
}

export type Run = {
  readonly config: QueueConfig
  readonly end: number
  readonly outcome: Outcome
  readonly charts: Charts
  readonly frame: Frame
}

export type Hearer = {
  /** A run that has been counted, at the time asked for. */
  run(run: Run): void
  frame(frame: Frame): void
  others(outcomes: readonly Outcome[]): void
  /** `share`: how much of a run that takes long has been counted. */
  counting(share: number): void
  counted(): void
  /** What the run needs could not be fetched; it is to be opened again. */
  fail(): void
  /** Something a reader should know: a worker lost, a run stopped. */
  say(text: string): void
}

/** A reply that a question gets, by the question's number. */
export type Answer<Type extends 'lines' | 'export'> = Extract<Reply, { type: Type }>

export type Session = {
  open(plan: Plan): void
  /** Plays from this time on, until what it answers with is called. */
  play(from: number, end: number, speed: number): () => void
  seek(micros: number): void
  step(by: 1 | -1): void
  act(action: Omit<Action, 'at'>, compare: Compare): void
  /** For a page that nobody looks at. */
  rest(): void
  resume(): void
  /** Asked again if the worker is lost before it has answered. */
  ask<Type extends 'lines' | 'export'>(questionOf: (request: number) => Command & { readonly type: Type }): Promise<Answer<Type>>
  close(): void
}
