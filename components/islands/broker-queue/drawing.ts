// Where everything stands in the drawing, as data: a page carries it for the run it was printed with.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Party = Box & {
  readonly name: string
  /** What it says of itself while nothing is wrong; of most the moment decides. */
  readonly note?: string
}
/** A row of cells; the message to be taken next lies at the right end. */
export type Lane = Box & {
  readonly label: string
  readonly rows: number
  /** Which of the model's lanes this is. */
  readonly index: number
}
export type Layout = {
  readonly width: number
  readonly height: number
  readonly callers: Party
  readonly api: Party
  readonly backlog: Lane
  readonly outbox: Lane | null
  readonly broker: Party | null
  readonly lanes: readonly Lane[]
  readonly hiddenLanes: number
  readonly second: Lane | null
  readonly workers: readonly Box[]
  readonly workersNamed: boolean
  readonly dependency: Party
  readonly retry: Lane | null
  readonly dead: Lane | null
  /** From box to box, drawn with the commands M, H and V. */
  readonly edges: readonly Edge[]
}
export type Edge = {
  readonly kind: 'call' | 'publish' | 'deliver' | 'retry' | 'dead'
  readonly path: string
  readonly heads: string
}
/** Two shapes of the same: wide, and tall for a phone or a column of text. */
export type Layouts = { readonly wide: Layout; readonly tall: Layout }

export const CELL = 7

/** More lanes than two are drawn closer, with their names beside them. */
export const isCrowded = ({ lanes }: Layout): boolean => lanes.length > 2
