import type { Table, TableIndex } from '@/lib/erd/model'
import { indexText } from '@/lib/erd/index-text'
import type { AnalysisContext, Observation, Rule } from './finding'
import { owned } from './tenant-key-rules'

export const TENANT_INDEX_RULES: readonly Rule[] = [
  {
    id: 'index-without-tenant',
    topic: 'tenant isolation',
    title: 'An index that does not lead with the tenant',
    severity: 'low',
    check: (context) =>
      owned(context).flatMap(({ table, tenantColumn }) =>
        table.indexes
          .filter((index) => !index.unique && index.parts[0]?.column !== tenantColumn && !servesReference(context, table, index))
          .map((index): Observation => ({
            table: table.id,
            object: index.name,
            column: index.parts[0]?.column ?? null,
            line: index.line,
            severity: isSpecial(index) ? 'info' : 'low',
            explanation: `${index.name} is ${indexText(index)}. A query for one tenant walks over the entries of all the others${isSpecial(index) ? '; for a job that serves every tenant, or an index of this kind, that is as it should be' : ''}.`,
            fix: `Put ${tenantColumn} first, unless ${index.name} serves a job that works across tenants.`,
          })),
      ),
  },
  {
    id: 'unique-across-tenants',
    topic: 'tenant isolation',
    title: 'A value that is unique across all tenants',
    severity: 'info',
    check: (context) =>
      owned(context).flatMap(({ table, tenantColumn }) => {
        const keys = table.uniques.map(({ name, columns, line }) => ({ name, columns, line }))
        const indexes = table.indexes
          .filter((index) => index.unique)
          .map(({ name, parts, line }) => ({
            name,
            columns: parts.flatMap((part) => part.column ?? part.expression ?? []),
            line,
          }))
        return [...keys, ...indexes]
          .filter(({ columns }) => !columns.includes(tenantColumn))
          .map(({ name, columns, line }): Observation => ({
            table: table.id,
            object: name,
            column: columns[0] ?? null,
            line,
            explanation: `${name} does not hold ${tenantColumn}: one tenant can take a value from another, and the refusal tells that it is taken. Right for values looked up before the tenant is known.`,
            fix: `If the value only has to be unique within its tenant: UNIQUE (${[tenantColumn, ...columns].join(', ')}).`,
          }))
      }),
  },
]

/** A reference to a table without tenants, such as users, is looked up without one when its parent goes. */
function servesReference(context: AnalysisContext, table: Table, index: TableIndex): boolean {
  return table.foreignKeys.some(
    (key) =>
      !context.tenantColumns.has(key.referencedTable) &&
      key.columns.every((column, position) => index.parts[position]?.column === column),
  )
}

function isSpecial(index: TableIndex): boolean {
  return index.predicate !== null || index.method !== 'btree'
}
