import { marksOf } from '@/lib/erd/layout/table-outline'
import type { Column, ForeignKey, SchemaModel, Table } from '@/lib/erd/model'

/**
 * Mermaid takes few characters in types and attribute names. Others become underscores, and the comment then
 * says what the name really is, so that nothing is lost on the reader.
 */
export function exportMermaid(model: SchemaModel): string {
  const tables = model.tables.filter((table) => table.partitionOf === null)
  const drawn = new Set(tables.map((table) => table.id))
  const references = tables.flatMap((table) => table.foreignKeys).filter((key) => drawn.has(key.referencedTable))
  return `${['erDiagram', ...tables.map(entity), ...references.map(relationship)].join('\n')}\n`
}

function entity(table: Table): string {
  if (table.columns.length === 0) return `  ${entityName(table.id)}`
  return `  ${entityName(table.id)} {\n${table.columns.map((column) => `    ${attribute(table, column)}`).join('\n')}\n  }`
}

function attribute(table: Table, column: Column): string {
  const name = word(column.name)
  const comment = [name === column.name ? '' : `named ${column.name}`, column.comment ?? '']
    .filter((part) => part !== '')
    .join(': ')
  const parts = [word(column.type), name, marksOf(table, column.name).join(', '), comment === '' ? '' : `"${quoted(comment)}"`]
  return parts.filter((part) => part !== '').join(' ')
}

function relationship(key: ForeignKey): string {
  const parent = key.cardinality.parent === 'exactly one' ? '||' : '|o'
  const child = key.cardinality.child === 'zero or one' ? 'o|' : 'o{'
  return `  ${entityName(key.referencedTable)} ${parent}${key.identifying ? '--' : '..'}${child} ${entityName(key.table)} : "${quoted(key.columns.join(', '))}"`
}

function entityName(id: string): string {
  return `"${quoted(id.replaceAll('"', '')).replace(/[%\\]/g, '_')}"`
}

function word(text: string): string {
  const allowed = text.replace(/[^A-Za-z0-9_\-[\]()\u00c0-\uffff]/g, '_')
  return /^[A-Za-z_\u00c0-\uffff]/.test(allowed) ? allowed : `_${allowed}`
}

function quoted(text: string): string {
  return text
    .replaceAll('"', "'")
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim()
}
