import type { Column, ForeignKey, SchemaModel, Table } from '@/lib/erd/model'
import { indexPartText } from '@/lib/erd/index-text'

/** DBML for dbdiagram and its relatives. Policies, checks and partitions have no words in DBML and are left out. */
export function exportDbml(model: SchemaModel): string {
  const tables = model.tables.filter((table) => table.partitionOf === null)
  const drawn = new Map(tables.map((table) => [table.id, table]))
  const references = tables.flatMap((table) => table.foreignKeys).filter((key) => drawn.has(key.referencedTable))
  const blocks = [
    `Project ${quoted(model.name)} {\n  database_type: 'PostgreSQL'\n}`,
    ...model.enums.map((type) => `Enum ${scoped(type)} {\n${type.values.map((value) => `  ${quoted(value)}`).join('\n')}\n}`),
    ...tables.map(tableBlock),
    ...references.map((key) => referenceLine(key, drawn)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function tableBlock(table: Table): string {
  const indexes = indexLines(table)
  const body = [
    ...table.columns.map((column) => `  ${columnLine(table, column)}`),
    ...(indexes.length > 0 ? ['', '  indexes {', ...indexes.map((line) => `    ${line}`), '  }'] : []),
    ...(table.comment === null ? [] : ['', `  Note: ${text(table.comment)}`]),
  ]
  return `Table ${scoped(table)} {\n${body.join('\n')}\n}`
}

function columnLine(table: Table, column: Column): string {
  const isOnlyKey = table.primaryKey?.columns.length === 1 && table.primaryKey.columns[0] === column.name
  const isUnique = table.uniques.some((key) => key.columns.length === 1 && key.columns[0] === column.name)
  const settings = [
    ...(isOnlyKey ? ['pk'] : []),
    ...(column.identity === null ? [] : ['increment']),
    ...(isUnique ? ['unique'] : []),
    column.notNull ? 'not null' : 'null',
    ...(column.defaultValue === null ? [] : [`default: ${expression(column.defaultValue)}`]),
    ...(column.comment === null ? [] : [`note: ${text(column.comment)}`]),
  ]
  return `${quoted(column.name)} ${quoted(column.type)} [${settings.join(', ')}]`
}

function indexLines(table: Table): string[] {
  const keys = [
    ...(table.primaryKey && table.primaryKey.columns.length > 1 ? [{ columns: table.primaryKey.columns, settings: ['pk'] }] : []),
    ...table.uniques
      .filter((key) => key.columns.length > 1)
      .map((key) => ({ columns: key.columns, settings: ['unique', `name: ${text(key.name)}`] })),
  ].map(({ columns, settings }) => `(${columns.map(quoted).join(', ')}) [${settings.join(', ')}]`)
  const indexes = table.indexes.map((index) => {
    const parts = index.parts.map((part) => (part.column === null ? expression(indexPartText(part)) : quoted(part.column)))
    const note = index.predicate === null ? [] : [`note: ${text(`WHERE ${index.predicate}`)}`]
    const method = index.method === 'btree' || index.method === 'hash' ? [`type: ${index.method}`] : []
    return `(${parts.join(', ')}) [${[`name: ${text(index.name)}`, ...(index.unique ? ['unique'] : []), ...method, ...note].join(', ')}]`
  })
  return [...keys, ...indexes]
}

/** `>` many to one, `-` one to one. */
function referenceLine(key: ForeignKey, tables: ReadonlyMap<string, Table>): string {
  const end = (id: string, columns: readonly string[]): string => {
    const table = tables.get(id)
    const names = columns.map(quoted).join(', ')
    return `${table ? scoped(table) : quoted(id)}.${columns.length === 1 ? names : `(${names})`}`
  }
  const settings = [
    ...(key.onDelete === 'no action' ? [] : [`delete: ${key.onDelete}`]),
    ...(key.onUpdate === 'no action' ? [] : [`update: ${key.onUpdate}`]),
  ]
  const sign = key.cardinality.child === 'zero or one' ? '-' : '>'
  const suffix = settings.length > 0 ? ` [${settings.join(', ')}]` : ''
  return `Ref ${quoted(`${key.table}.${key.name}`)}: ${end(key.table, key.columns)} ${sign} ${end(key.referencedTable, key.referencedColumns)}${suffix}`
}

function scoped({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return schema === 'public' ? quoted(name) : `${quoted(schema)}.${quoted(name)}`
}

function quoted(name: string): string {
  return `"${name
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\r\n]+/g, ' ')}"`
}

function text(value: string): string {
  return `'${value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/\s*[\r\n]+\s*/g, ' ')}'`
}

function expression(value: string): string {
  return `\`${value.replaceAll('`', "'").replace(/\s*[\r\n]+\s*/g, ' ')}\``
}
