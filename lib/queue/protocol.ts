import type { Action, QueueConfig } from './settings'
import type { Frame } from './frame'
import type { Line, LineFilter } from './journal'
import type { Measures } from './measures'
import type { Expectation } from './expectations'
import type { SeriesName } from './series'

// What a page and the worker that simulates say to each other. Plain data: it passes through postMessage as it is.

export type Command =
  | { readonly type: 'start'; readonly config: QueueConfig; readonly micros: number }
  /** Run on to this time of the simulation; a later command replaces the goal. Infinity runs to the end. */
  | { readonly type: 'play'; readonly until: number }
  /** Exactly one event. */
  | { readonly type: 'step' }
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
  | { readonly type: 'measure' }

export type Charts = { readonly widthMicros: number; readonly points: Readonly<Record<SeriesName, Float64Array>> }

export type Reply =
  | { readonly type: 'frame'; readonly frame: Frame }
  | {
      readonly type: 'measures'
      readonly measures: Measures
      readonly expectations: readonly Expectation[]
      readonly charts: Charts
    }
  /** `total` lines pass the filter; `lines` are those asked for. */
  | {
      readonly type: 'lines'
      readonly request: number
      readonly total: number
      readonly from: number
      readonly lines: readonly Line[]
    }
  | { readonly type: 'export'; readonly request: number; readonly jsonl: string }
  /** The configuration has changed by an action. With the last frame's time it is also all that is needed to go on after a crash. */
  | { readonly type: 'config'; readonly config: QueueConfig }
  | { readonly type: 'stopped'; readonly reason: string }
