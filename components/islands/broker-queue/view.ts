import type { QueueFigure } from '@/lib/content/queue'
import type { Frame } from '@/lib/queue/frame'
import type { Expectation } from '@/lib/queue/expectations'
import type { Outcome } from '@/lib/queue/protocol'
import type { QueueConfig } from '@/lib/queue/settings'
import type { ChartDrawing } from './chart'
import type { Layouts } from './drawing'

/** A log line with its words, as a page carries it. */
export type PrintedLine = { readonly at: number; readonly id: number; readonly text: string; readonly isFault: boolean }

/** All that is shown of a run: the first of it is printed, the rest comes from the engine. */
export type Shown = {
  readonly config: QueueConfig
  readonly end: number
  readonly frame: Frame
  readonly outcome: Outcome
  readonly expectations: readonly Expectation[]
  readonly drawings: readonly ChartDrawing[]
  readonly layouts: Layouts
  /** Null while they are counted. */
  readonly otherWay: Outcome | null
  readonly against: Outcome | null
}

export type BrokerQueueProps = {
  readonly figure: QueueFigure
  readonly first: Shown
  /** This figure owns the page's fragment. Elsewhere a copied link leads to the lab, where it can be read. */
  readonly linked: boolean
  readonly labHref: string
}
