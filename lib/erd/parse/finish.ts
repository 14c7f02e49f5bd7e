import type { SchemaModel, Table } from '@/lib/erd/model'
import type { Problem } from '@/lib/erd/reading-report'
import { inheritColumns } from './inheritance'
import { resolveForeignKey } from './foreign-key-resolution'
import type { SchemaDraft, TableDraft } from './draft'

/** Turns the draft into the model once every statement has been seen: references can point forward in a file. */
export function finishSchema(
  name: string,
  draft: SchemaDraft,
): { readonly model: SchemaModel; readonly problems: readonly Problem[] } {
  inheritColumns(draft)
  for (const table of draft.tables.values()) markKeyColumnsNotNull(table)
  const problems: Problem[] = []
  const tables = [...draft.tables.values()].map((table): Table => {
    problems.push(...unknownColumns(table))
    const foreignKeys = table.foreignKeys.map((key) => {
      const resolved = resolveForeignKey(draft, table, key)
      if (resolved.problem) problems.push(resolved.problem)
      return resolved.key
    })
    return { ...table, foreignKeys }
  })
  return {
    model: {
      name,
      tables,
      views: [...draft.views.values()],
      enums: [...draft.enums.values()],
      domains: [...draft.domains.values()],
      composites: [...draft.composites.values()],
      extensions: draft.extensions,
    },
    problems,
  }
}

function markKeyColumnsNotNull(table: TableDraft): void {
  for (const column of table.columns) if (table.primaryKey?.columns.includes(column.name)) column.notNull = true
}

function unknownColumns(table: TableDraft): Problem[] {
  const known = new Set(table.columns.map((column) => column.name))
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques, ...table.foreignKeys]
  const used = [
    ...keys.map(({ name, columns, line }) => ({ name, columns: [...columns], line })),
    ...table.indexes.map(({ name, parts, line }) => ({ name, columns: parts.flatMap((part) => part.column ?? []), line })),
  ]
  return used.flatMap(({ name, columns, line }) =>
    columns
      .filter((column) => !known.has(column))
      .map((column): Problem => ({
        severity: 'error',
        code: 'missing-column',
        line,
        column: 1,
        excerpt: '',
        message: `${name} of table ${table.id} names column ${column}, which the table does not have`,
      })),
  )
}
