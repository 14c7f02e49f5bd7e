import type { NodeKind } from './figure-data'
import type { TextRole } from './text-metrics'

// One vocabulary for every kind of figure. A drawing says where things are and what they mean;
// components/figures turns it into SVG, drawing-faults checks it. All coordinates are whole pixels of the drawing.

export type Point = { x: number; y: number }

export type Rect = { x: number; y: number; width: number; height: number }

/** What colours a part: the marker behind it, a fault, or the quieter grey of what is only context. */
export type Tone = 'plain' | 'quiet' | 'mark' | 'fault'

export type BoxShape =
  | NodeKind
  | 'state'
  | 'final'
  | 'start'
  | 'head'
  | 'span'
  | 'wait'
  | 'before'
  | 'after'
  | 'value'
  | 'boundary'
  | 'employment'
  | 'contract'

export type Box = Rect & {
  id: string
  shape: BoxShape
  tone: Tone
  href?: string | undefined
  /** The boundary a node belongs to. */
  within?: string | undefined
  /** A queue's ticked part: how many cells fit at its right end. */
  cells?: number | undefined
  /** An open right end: what the box shows goes on past the edge of the drawing. */
  open?: boolean | undefined
}

export type LineKind = 'edge' | 'async' | 'reply' | 'fault' | 'guide' | 'axis' | 'divider' | 'lifeline' | 'instant'

export type Line = {
  id: string
  kind: LineKind
  tone: Tone
  points: readonly Point[]
  /** Where this line jumps over another: the point, in the order in which the line meets it. */
  hops: readonly Point[]
  end: 'head' | 'cross' | 'none'
  /** Lines of one trunk leave their source together and part at a dot. */
  trunk?: string | undefined
  /** Boxes the line may touch. */
  touches: readonly string[]
}

export type Label = {
  id: string
  x: number
  /** The baseline. */
  y: number
  text: string
  role: TextRole
  anchor: 'start' | 'middle' | 'end'
  tone: Tone
  /** Paper behind the text, where it interrupts a line on purpose. */
  knockout?: boolean | undefined
  /** The box whose text this is. */
  inside?: string | undefined
  href?: string | undefined
}

export type Badge = { id: string; text: string; x: number; y: number; width: number; tone: Tone; on: string }

export type Dot = Point & { tone: Tone }

export type Drawing = {
  width: number
  height: number
  boxes: readonly Box[]
  lines: readonly Line[]
  labels: readonly Label[]
  badges: readonly Badge[]
  dots: readonly Dot[]
  /** What failed, where no line ends in the cross. */
  crosses: readonly Point[]
}

/** Widths a page offers: the whole body, a column of prose, a phone. */
export const drawingWidths = { wide: 984, prose: 640, portrait: 344 } as const

export type FigureWidth = 'wide' | 'prose'
