import type { Column, Table } from '@/lib/erd/model'
import type { DisplayMode, RowBox } from './geometry'
import {
  cellsOf,
  CHARACTER_WIDTH,
  HEADER_HEIGHT,
  MARKS_WIDTH,
  MOST_ROWS,
  NARROWEST_TABLE,
  PADDING,
  ROW_HEIGHT,
  shorten,
  TABLE_FOOT,
  WIDEST_TABLE,
} from './metrics'

/** A table's size and rows before it has a place; `y` counts from its own top. */
export interface TableOutline {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly width: number
  readonly height: number
  readonly rows: readonly RowBox[]
  readonly hiddenRows: number
}

const LONGEST_NAME = 34
const LONGEST_TYPE = 22
const BADGE_PADDING = 14

export function outlineTable(table: Table, mode: DisplayMode, hubs: readonly string[]): TableOutline {
  const shown = visibleColumns(table, mode)
  const rows = shown.map((column, position) => outlineRow(table, column, position, hubs))
  const subtitle = [table.schema === 'public' ? '' : table.schema, securityWord(table)].filter((word) => word !== '').join(' · ')
  const title = shorten(table.name, LONGEST_NAME)
  const headerWidth = textWidth(title) + (subtitle === '' ? 0 : textWidth(subtitle) + PADDING) + 2 * PADDING
  const width = Math.ceil(Math.min(WIDEST_TABLE, Math.max(NARROWEST_TABLE, headerWidth, ...rows.map(rowWidth))))
  const hiddenRows = table.columns.length - rows.length
  const note = mode !== 'names' && hiddenRows > 0 ? 1 : 0
  const height = HEADER_HEIGHT + (rows.length + note) * ROW_HEIGHT + (rows.length + note > 0 ? TABLE_FOOT : 0)
  return { id: table.id, title, subtitle, width, height, rows, hiddenRows }
}

function visibleColumns(table: Table, mode: DisplayMode): readonly Column[] {
  if (mode === 'names') return []
  const wanted = mode === 'all' ? table.columns : table.columns.filter((column) => marksOf(table, column.name).length > 0)
  if (wanted.length <= MOST_ROWS) return wanted
  // Beyond the limit the keys stay, because edges end there.
  const rest = wanted.filter((column) => marksOf(table, column.name).length === 0)
  const dropped = new Set(rest.slice(Math.max(0, MOST_ROWS - (wanted.length - rest.length))).map(({ name }) => name))
  return wanted.filter((column) => !dropped.has(column.name))
}

function outlineRow(table: Table, column: Column, position: number, hubs: readonly string[]): RowBox {
  const references = table.foreignKeys.filter(
    (key) => key.columns.length === 1 && key.columns[0] === column.name && hubs.includes(key.referencedTable),
  )
  return {
    column: column.name,
    y: HEADER_HEIGHT + position * ROW_HEIGHT + ROW_HEIGHT / 2,
    name: shorten(column.name, LONGEST_NAME),
    type: shorten(column.type, LONGEST_TYPE),
    notNull: column.notNull,
    marks: marksOf(table, column.name),
    hubs: [...new Set(references.map((key) => key.referencedTable))].filter((hub) => hub !== table.id),
  }
}

export function marksOf(table: Table, column: string): RowBox['marks'] {
  const marks: ('PK' | 'FK' | 'UK')[] = []
  if (table.primaryKey?.columns.includes(column)) marks.push('PK')
  if (table.foreignKeys.some((key) => key.columns.includes(column))) marks.push('FK')
  const isUnique =
    table.uniques.some((key) => key.columns.includes(column)) ||
    table.indexes.some((index) => index.unique && index.parts.some((part) => part.column === column))
  if (isUnique) marks.push('UK')
  return marks
}

function securityWord(table: Table): string {
  if (!table.rowSecurity.enabled) return ''
  return table.rowSecurity.forced ? 'RLS forced' : 'RLS'
}

export function badgeText(hub: string): string {
  return `→ ${shorten(hub, 14)}`
}

export function textWidth(text: string): number {
  return cellsOf(text) * CHARACTER_WIDTH
}

export function badgeWidth(hub: string): number {
  return textWidth(badgeText(hub)) + BADGE_PADDING
}

function rowWidth(row: RowBox): number {
  const badges = row.hubs.reduce((sum, hub) => sum + badgeWidth(hub), 0)
  return MARKS_WIDTH + textWidth(row.name) + PADDING + textWidth(row.type) + badges + PADDING
}
