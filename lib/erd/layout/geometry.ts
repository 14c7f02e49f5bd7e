/** A drawing as plain data: everything an SVG needs, nothing it has to compute. Units are CSS pixels. */
export type DisplayMode = 'all' | 'keys' | 'names'
export type Orientation = 'landscape' | 'portrait'

export interface Point {
  readonly x: number
  readonly y: number
}
export interface Rectangle extends Point {
  readonly width: number
  readonly height: number
}

export interface RowBox {
  readonly column: string
  /** The text baseline's middle, from the top of the drawing. */
  readonly y: number
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly marks: readonly ('PK' | 'FK' | 'UK')[]
  /** The hub tables this column points at, drawn as badges instead of edges. */
  readonly hubs: readonly string[]
}

export interface TableBox extends Rectangle {
  readonly id: string
  /** `t0`, `t1`, …: safe inside an attribute selector whatever the table is called. */
  readonly key: string
  readonly title: string
  readonly subtitle: string
  readonly headerHeight: number
  readonly rows: readonly RowBox[]
  readonly hiddenRows: number
}

export interface EdgeLabel extends Point {
  readonly text: string
  readonly anchor: 'start' | 'end'
}

export interface EdgeLine {
  /** `table.constraint`, unique in a schema. */
  readonly id: string
  readonly key: string
  readonly from: string
  readonly to: string
  readonly path: string
  readonly points: readonly Point[]
  readonly identifying: boolean
  /** Strokes of the crow's foot at each end, and of the bracket that joins the columns of a composite key. */
  readonly childMark: string
  readonly parentMark: string
  readonly childBracket: string | null
  readonly parentBracket: string | null
  readonly label: EdgeLabel | null
  readonly description: string
}

export interface DrawingQuality {
  readonly tables: number
  readonly edges: number
  readonly badges: number
  readonly overlaps: number
  readonly edgesThroughTables: number
  readonly crossings: number
  readonly bends: number
}

export interface Geometry {
  readonly mode: DisplayMode
  readonly orientation: Orientation
  readonly width: number
  readonly height: number
  readonly tables: readonly TableBox[]
  readonly edges: readonly EdgeLine[]
  /** References to hubs, for showing on focus; they run behind the tables. */
  readonly hubEdges: readonly EdgeLine[]
  readonly hubs: readonly string[]
  readonly quality: DrawingQuality
}
