import type { IndexStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { defaultConstraintName } from './constraint-names'
import { ignored, missingTable, type Outcome, type SchemaDraft } from './draft'
import { columnsRequiredNotNull, optionalExpression } from './expression'
import { indexPart } from './index-part'
import type { StatementSource } from './statement-source'
import { nameOfRelation } from './syntax-tree'

export function createIndex(draft: SchemaDraft, statement: IndexStmt, source: StatementSource): Outcome {
  const { schema, name } = nameOfRelation(statement.relation, draft.searchSchema)
  const id = qualifiedName(schema, name)
  if (draft.views.has(id)) return ignored('CREATE INDEX on a materialized view')
  const table = draft.tables.get(id)
  if (!table) return missingTable(id)
  const parts = (statement.indexParams ?? []).flatMap((node) => indexPart(node) ?? [])
  table.indexes.push({
    name:
      statement.idxname ??
      defaultConstraintName(
        table,
        parts.map((part) => part.column ?? 'expr'),
        'idx',
      ),
    method: statement.accessMethod ?? 'btree',
    unique: statement.unique === true,
    nullsNotDistinct: statement.nulls_not_distinct === true,
    parts,
    include: (statement.indexIncludingParams ?? []).flatMap((node) => indexPart(node)?.column ?? []),
    predicate: optionalExpression(statement.whereClause),
    predicateNotNull: columnsRequiredNotNull(statement.whereClause),
    comment: null,
    line: source.line,
  })
  const unused = statement.options && statement.options.length > 0 ? ['index WITH (storage parameters)'] : []
  return { kind: 'used', ignoredClauses: statement.tableSpace === undefined ? unused : [...unused, 'TABLESPACE'] }
}
