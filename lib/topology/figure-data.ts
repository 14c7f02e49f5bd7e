// The data of the five kinds of figure, as the front matter gives them after the check in lib/content/figure.ts.
// Optional fields admit undefined, because that is what a checked document carries for a field that was left out.

export type NodeKind = 'service' | 'store' | 'queue' | 'worker' | 'external' | 'actor'

export type EdgeStyle = 'call' | 'async' | 'fault'

/** A ledger number on a node of the home figure; it links to the entry. */
export type NodeEntry = { number: string; href: string; marked?: boolean | undefined }

export type TopologyNode = {
  id: string
  kind: NodeKind
  label: string
  note?: string | undefined
  in?: string | undefined
  href?: string | undefined
  entries?: readonly NodeEntry[] | undefined
  /** True for what runs after the caller has its answer; only the home figure uses it. */
  later?: boolean | undefined
}

export type TopologyEdge = {
  from: string
  to: string
  says: string
  style?: EdgeStyle | undefined
  mark?: boolean | undefined
}

export type TopologyFigure = {
  kind: 'topology'
  caption: string
  boundaries?: readonly { id: string; label: string }[] | undefined
  nodes: readonly TopologyNode[]
  edges: readonly TopologyEdge[]
  /** Only the home figure: the line between the nodes marked `later` and the others. */
  divider?: { before: string; after: string } | undefined
}

export type MessageStyle = 'call' | 'reply' | 'async' | 'fault'

export type SequenceMessage = {
  from: string
  to: string
  says: string
  style?: MessageStyle | undefined
  mark?: boolean | undefined
}

export type SequenceFigure = {
  kind: 'sequence'
  caption: string
  lanes: readonly { id: string; label: string }[]
  messages: readonly SequenceMessage[]
}

export type State = {
  id: string
  label: string
  note?: string | undefined
  start?: boolean | undefined
  mark?: boolean | undefined
}

export type StatesFigure = {
  kind: 'states'
  caption: string
  states: readonly State[]
  transitions: readonly TopologyEdge[]
}

export type Comparator = 'under' | 'about' | 'over' | 'exactly'

export type BarRow = {
  label: string
  before?: number | undefined
  after?: number | undefined
  value?: number | undefined
  comparator?: Comparator | undefined
  mark?: boolean | undefined
}

export type BarsFigure = {
  kind: 'bars'
  caption: string
  unit: string
  source: string
  rows: readonly BarRow[]
}

export type SpanStyle = 'busy' | 'wait' | 'fault' | 'mark'

export type Span = { from: number; to: number; says: string; style?: SpanStyle | undefined }

export type LanesFigure = {
  kind: 'lanes'
  caption: string
  unit: string
  lanes: readonly { label: string; spans: readonly Span[] }[]
  marks?: readonly { at: number; says: string }[] | undefined
}

export type FigureData = TopologyFigure | SequenceFigure | StatesFigure | BarsFigure | LanesFigure
