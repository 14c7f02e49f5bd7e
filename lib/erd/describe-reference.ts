import type { ForeignKey } from './model'

/** A foreign key as a sentence, for titles, tables and screen readers. */
export function describeReference(key: ForeignKey): string {
  const ends = `each ${key.table} row has ${key.cardinality.parent} ${key.referencedTable}; each ${key.referencedTable} row has ${key.cardinality.child} ${key.table}`
  const columns = `${key.table} (${key.columns.join(', ')}) references ${key.referencedTable} (${key.referencedColumns.join(', ')})`
  const actions = `on delete ${key.onDelete}, on update ${key.onUpdate}`
  return `${columns}: ${ends}; ${key.identifying ? 'identifying' : 'not identifying'}; ${actions}`
}
