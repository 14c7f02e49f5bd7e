import type { Cardinality, ForeignKey } from '@/lib/erd/model'
import type { Problem } from '@/lib/erd/reading-report'
import type { ForeignKeyDraft, SchemaDraft, TableDraft } from './draft'

/** Completes a reference with what only the finished tables can say: its target columns and both cardinalities. */
export function resolveForeignKey(
  draft: SchemaDraft,
  table: TableDraft,
  key: ForeignKeyDraft,
): { readonly key: ForeignKey; readonly problem: Problem | null } {
  const target = draft.tables.get(key.referencedTable)
  const referencedColumns = key.referencedColumns.length > 0 ? key.referencedColumns : (target?.primaryKey?.columns ?? [])
  const resolved: ForeignKey = {
    ...key,
    referencedColumns,
    targetFound: target !== undefined,
    identifying: isIdentifying(table, key.columns),
    cardinality: cardinalityOf(table, key),
  }
  return { key: resolved, problem: target ? null : missingTarget(table, key) }
}

/** Without the reference the row would have no identity of its own. */
function isIdentifying(table: TableDraft, columns: readonly string[]): boolean {
  const primary = table.primaryKey?.columns ?? []
  return columns.length > 0 && columns.every((column) => primary.includes(column))
}

function cardinalityOf(table: TableDraft, key: ForeignKeyDraft): Cardinality {
  const isRequired = (name: string): boolean => table.columns.some((column) => column.name === name && column.notNull)
  // MATCH FULL refuses a half-filled key, so one required column is enough to require them all.
  const always = key.match === 'full' ? key.columns.some(isRequired) : key.columns.every(isRequired)
  const alone = uniqueColumnSets(table).some((unique) => unique.every((column) => key.columns.includes(column)))
  return { parent: always ? 'exactly one' : 'zero or one', child: alone ? 'zero or one' : 'zero or many' }
}

function uniqueColumnSets(table: TableDraft): string[][] {
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques].map((key) => [...key.columns])
  const indexes = table.indexes
    .filter((index) => index.unique && index.predicate === null && index.parts.every((part) => part.column !== null))
    .map((index) => index.parts.flatMap((part) => part.column ?? []))
  return [...keys, ...indexes].filter((columns) => columns.length > 0)
}

function missingTarget(table: TableDraft, key: ForeignKeyDraft): Problem {
  return {
    severity: 'warning',
    code: 'missing-reference-target',
    line: key.line,
    column: 1,
    excerpt: '',
    message: `${key.name} of table ${table.id} references ${key.referencedTable}, which this file does not define`,
  }
}
