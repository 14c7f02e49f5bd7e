import type { SchemaDraft, TableDraft } from './draft'

/** Gives partitions and child tables the columns they hold through their parents, parents first. Comments and identity stay behind, as in PostgreSQL. */
export function inheritColumns(draft: SchemaDraft): void {
  const done = new Set<string>()
  for (const table of draft.tables.values()) inheritInto(draft, table, done)
}

function inheritInto(draft: SchemaDraft, table: TableDraft, done: Set<string>): void {
  // Marking before descending also ends a table that claims itself as its ancestor.
  if (done.has(table.id)) return
  done.add(table.id)
  const parents = [...(table.partitionOf ? [table.partitionOf.parent] : []), ...table.inherits]
  const inherited = parents.flatMap((id) => {
    const parent = draft.tables.get(id)
    if (!parent) return []
    inheritInto(draft, parent, done)
    return parent.columns
  })
  const own = new Map(table.columns.map((column) => [column.name, column]))
  const merged = new Map<string, TableDraft['columns'][number]>()
  for (const column of inherited)
    if (!merged.has(column.name) && !own.has(column.name)) merged.set(column.name, { ...column, identity: null, comment: null })
  table.columns = [...merged.values(), ...table.columns]
}
