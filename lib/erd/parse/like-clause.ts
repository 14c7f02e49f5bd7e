import type { TableLikeClause } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { defaultConstraintName } from './constraint-names'
import type { SchemaDraft, TableDraft } from './draft'
import { nameOfRelation } from './syntax-tree'

/** Bits of TableLikeOption in PostgreSQL's parsenodes.h. */
const COMMENTS = 1
const CONSTRAINTS = 4
const DEFAULTS = 8
const GENERATED = 16
const IDENTITY = 32
const INDEXES = 64

/** `LIKE other INCLUDING …`: a copy, not a link. */
export function copyLike(draft: SchemaDraft, table: TableDraft, clause: TableLikeClause): string[] {
  const { schema, name } = nameOfRelation(clause.relation, draft.searchSchema)
  const original = draft.tables.get(qualifiedName(schema, name))
  if (!original) return ['LIKE a table that is not defined before this statement']
  const has = (bit: number): boolean => ((clause.options ?? 0) & bit) !== 0
  for (const column of original.columns) {
    table.columns.push({
      ...column,
      defaultValue: has(DEFAULTS) ? column.defaultValue : null,
      generated: has(GENERATED) ? column.generated : null,
      identity: has(IDENTITY) ? column.identity : null,
      comment: has(COMMENTS) ? column.comment : null,
      line: table.line,
    })
  }
  if (has(CONSTRAINTS)) table.checks.push(...original.checks.map((check) => ({ ...check, line: table.line })))
  if (has(INDEXES)) copyIndexes(table, original)
  return []
}

function copyIndexes(table: TableDraft, original: TableDraft): void {
  const { primaryKey } = original
  if (primaryKey)
    table.primaryKey = { ...primaryKey, name: defaultConstraintName(table, primaryKey.columns, 'pkey'), line: table.line }
  for (const key of original.uniques)
    table.uniques.push({ ...key, name: defaultConstraintName(table, key.columns, 'key'), line: table.line })
  for (const index of original.indexes) {
    const columns = index.parts.map((part) => part.column ?? 'expr')
    table.indexes.push({ ...index, name: defaultConstraintName(table, columns, 'idx'), line: table.line })
  }
}
