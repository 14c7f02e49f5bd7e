import type { Action, QueueConfig } from './settings'
import type { Frame } from './frame'
import type { Line, LineFilter } from './journal-lines'
import type { Measures } from './measures'
import type { ClaimMeasure } from './claims'
import type { SeriesName } from './series'

// What a page and the worker that simulates say to each other. Plain data: it passes through postMessage as it is.

export type Command =
  | { readonly type: 'start'; readonly config: QueueConfig; readonly micros: number }
  /** Run on to this time of the simulation; a later command replaces the goal. Infinity runs to the end. */
  | { readonly type: 'play'; readonly until: number }
  /** Exactly one event. */
  | { readonly type: 'step' }
  | { readonly type: 'stepBack' }
  | { readonly type: 'seek'; readonly micros: number }
  /** Now, to a run under way: a worker killed, a dead letter redriven. Its time is set by the driver. */
  | { readonly type: 'act'; readonly action: Omit<Action, 'at'> }
  | { readonly type: 'pause' }
  | {
      readonly type: 'lines'
      readonly request: number
      readonly filter: LineFilter
      readonly from: number
      readonly count: number
    }
  | { readonly type: 'export'; readonly request: number; readonly filter: LineFilter }
  | { readonly type: 'measure'; readonly facts?: readonly ClaimMeasure[] }
  /** Runs these to their ends beside the one under way, and answers with what they came to. A later request replaces an earlier one. */
  | {
      readonly type: 'others'
      readonly request: number
      readonly configs: readonly QueueConfig[]
      readonly facts: readonly ClaimMeasure[]
    }

export type WordedLine = Line & { readonly text: string }

export type Charts = { readonly widthMicros: number; readonly points: Readonly<Record<SeriesName, Float64Array>> }

/** What a run came to: `facts` are the values of the measures that were asked for, in that order. */
export type Outcome = { readonly measures: Measures; readonly facts: readonly number[] }

export type Reply =
  | { readonly type: 'frame'; readonly frame: Frame }
  | {
      readonly type: 'measures'
      readonly measures: Measures
      readonly facts: readonly number[]
      readonly charts: Charts
      /** The moment to be shown first. */
      readonly telling: number
    }
  | { readonly type: 'others'; readonly request: number; readonly outcomes: readonly Outcome[] }
  /** `total` lines pass the filter; `lines` are those asked for. */
  | {
      readonly type: 'lines'
      readonly request: number
      readonly total: number
      readonly from: number
      readonly lines: readonly WordedLine[]
    }
  | { readonly type: 'export'; readonly request: number; readonly jsonl: string }
  /** The configuration has changed by an action. With the last frame's time it is also all that is needed to go on after a crash. */
  | { readonly type: 'config'; readonly config: QueueConfig }
  | { readonly type: 'stopped'; readonly reason: string }
  /** A part that a command needs could not be fetched. */
  | { readonly type: 'unreachable' }
