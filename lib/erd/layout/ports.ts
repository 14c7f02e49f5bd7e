import type { DrawnReference } from './drawn-references'
import { HEADER_HEIGHT, PORT_GAP } from './metrics'
import type { TableOutline } from './table-outline'

export type Side = 'left' | 'right'

/** Where an edge meets a table; `y` and `ticks` count from the table's top. */
export interface Port {
  readonly id: string
  readonly table: string
  readonly side: Side
  readonly y: number
  /** The rows a composite key joins; empty for a single column. */
  readonly ticks: readonly number[]
  /** Keeps the brackets of neighbouring ports apart. */
  readonly bracketLane: number
}

export interface ReferenceEnds {
  readonly child: string
  readonly parent: string
}

export interface PortPlan {
  readonly ports: ReadonlyMap<string, Port>
  readonly ends: ReadonlyMap<string, ReferenceEnds>
  /** A table of which only the name shows must still be tall enough for its edges. */
  readonly heights: ReadonlyMap<string, number>
}

interface Wish {
  readonly id: string
  readonly table: string
  readonly side: Side
  readonly wanted: number
  readonly ticks: readonly number[]
}

/** References to the same key with the same cardinality share one port, so that they leave as one line. */
export function planPorts(
  outlines: ReadonlyMap<string, TableOutline>,
  references: readonly DrawnReference[],
  childSide: Side,
): PortPlan {
  const wishes = new Map<string, Wish>()
  const ends = new Map<string, ReferenceEnds>()
  for (const { id, key, from, to } of references) {
    const child = `${id}>`
    const parent = `${to.id}<${key.referencedColumns.join('+')}<${key.cardinality.parent}`
    const side = from === to ? 'right' : childSide
    wishes.set(child, wish(child, outlines.get(from.id), side, key.columns))
    if (!wishes.has(parent)) wishes.set(parent, wish(parent, outlines.get(to.id), 'right', key.referencedColumns))
    ends.set(id, { child, parent })
  }
  return { ...placePorts(outlines, [...wishes.values()]), ends }
}

function wish(id: string, outline: TableOutline | undefined, side: Side, columns: readonly string[]): Wish {
  const rows = (outline?.rows ?? []).filter((row) => columns.includes(row.column)).map((row) => row.y)
  const top = Math.min(...rows)
  const bottom = Math.max(...rows)
  const wanted = rows.length === 0 ? HEADER_HEIGHT / 2 : (top + bottom) / 2
  return { id, table: outline?.id ?? '', side, wanted, ticks: columns.length > 1 && rows.length > 1 ? rows : [] }
}

function placePorts(outlines: ReadonlyMap<string, TableOutline>, wishes: readonly Wish[]): Pick<PortPlan, 'ports' | 'heights'> {
  const ports = new Map<string, Port>()
  const heights = new Map<string, number>()
  for (const outline of outlines.values()) {
    for (const side of ['left', 'right'] as const) {
      const here = wishes
        .filter((each) => each.table === outline.id && each.side === side)
        .sort((a, b) => a.wanted - b.wanted || (a.id < b.id ? -1 : 1))
      const height = Math.max(heights.get(outline.id) ?? outline.height, here.length * PORT_GAP + PORT_GAP)
      heights.set(outline.id, height)
      const ys = spread(
        here.map((each) => each.wanted),
        height,
      )
      here.forEach((each, position) => ports.set(each.id, { ...each, y: ys[position] ?? each.wanted, bracketLane: position % 3 }))
    }
  }
  return { ports, heights }
}

/** Keeps wished places where possible, at least a gap apart, inside the table. */
function spread(wanted: readonly number[], height: number): number[] {
  const placed: number[] = []
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? 0) + (placed.length > 0 ? PORT_GAP : PORT_GAP / 2)))
  let limit = height - PORT_GAP / 2
  for (let position = placed.length - 1; position >= 0; position -= 1) {
    const y = Math.min(placed[position] ?? 0, limit)
    placed[position] = y
    limit = y - PORT_GAP
  }
  return placed
}
