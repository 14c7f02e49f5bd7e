import type { ForeignKey, Table } from '@/lib/erd/model'
import { quoteName } from '@/lib/erd/names'
import type { AnalysisContext, Observation, Rule } from './finding'

export const TENANT_KEY_RULES: readonly Rule[] = [
  {
    id: 'tenant-column-missing',
    topic: 'tenant isolation',
    title: 'A table of tenant data without a tenant column',
    severity: 'high',
    check: (context) =>
      tablesWithoutTenant(context).flatMap(({ table, through }) => ({
        table: table.id,
        object: through.name,
        column: through.columns[0] ?? null,
        line: table.line,
        explanation: `${table.id} refers to ${through.referencedTable}, whose rows belong to a tenant, but carries no ${context.tenancy?.column ?? ''} itself. No policy and no key can tell whose row it is without a join.`,
        fix: `Add ${context.tenancy?.column ?? ''} NOT NULL to ${table.id} and make it part of ${through.name}.`,
      })),
  },
  {
    id: 'tenant-column-nullable',
    topic: 'tenant isolation',
    title: 'A tenant column that may be null',
    severity: 'high',
    check: (context) =>
      owned(context).flatMap(({ table, tenantColumn }) => {
        const column = table.columns.find(({ name }) => name === tenantColumn)
        return !column || column.notNull
          ? []
          : [
              {
                table: table.id,
                column: tenantColumn,
                line: column.line,
                explanation: `A row of ${table.id} without a tenant belongs to nobody: a policy compares it with null and hides it, a job without policies shows it to all.`,
                fix: `ALTER TABLE ${table.id} ALTER COLUMN ${quoteName(tenantColumn)} SET NOT NULL;`,
              },
            ]
      }),
  },
  {
    id: 'tenant-reference-missing',
    topic: 'tenant isolation',
    title: 'A tenant column that refers to no tenant',
    severity: 'medium',
    check: (context) =>
      owned(context).flatMap(({ table, tenantColumn }) => {
        const column = table.columns.find(({ name }) => name === tenantColumn)
        if (!column || !context.tenancy || guaranteesTenant(context, table, tenantColumn)) return []
        const { hub, hubKey } = context.tenancy
        return [
          {
            table: table.id,
            column: tenantColumn,
            line: column.line,
            explanation: `Nothing makes sure that ${tenantColumn} of ${table.id} is the id of a tenant: no foreign key leads from it to ${hub}.`,
            fix: `ALTER TABLE ${table.id} ADD FOREIGN KEY (${quoteName(tenantColumn)}) REFERENCES ${hub} (${quoteName(hubKey[0] ?? 'id')});`,
          },
        ]
      }),
  },
  {
    id: 'reference-leaves-tenant',
    topic: 'tenant isolation',
    title: 'A foreign key that can point into another tenant',
    severity: 'high',
    check: (context) =>
      owned(context).flatMap(({ table, tenantColumn }) =>
        table.foreignKeys
          .filter((key) => leavesTenant(context, key, tenantColumn))
          .map((key): Observation => ({
            table: table.id,
            column: key.columns[0] ?? null,
            object: key.name,
            line: key.line,
            explanation: `${key.name} joins ${table.id} and ${key.referencedTable} without the tenant, so a row of one tenant can point at a row of another. Foreign keys are checked without row-level security.`,
            fix: keyWithTenant(context, key, tenantColumn),
          })),
      ),
  },
]

export function owned(context: AnalysisContext): { readonly table: Table; readonly tenantColumn: string }[] {
  return [...context.tenantColumns].flatMap(([id, tenantColumn]) => {
    const table = context.tables.get(id)
    return table ? [{ table, tenantColumn }] : []
  })
}

function tablesWithoutTenant(context: AnalysisContext): { readonly table: Table; readonly through: ForeignKey }[] {
  return context.model.tables.flatMap((table) => {
    if (context.tenantColumns.has(table.id) || table.id === context.tenancy?.hub || table.partitionOf) return []
    const through = table.foreignKeys.find((key) => context.tenantColumns.has(key.referencedTable))
    return through ? [{ table, through }] : []
  })
}

/** A composite key to a table whose own tenant is certain passes that certainty on. */
function guaranteesTenant(context: AnalysisContext, table: Table, tenantColumn: string): boolean {
  return table.foreignKeys.some((key) => {
    const position = key.columns.indexOf(tenantColumn)
    if (position === -1) return false
    if (key.referencedTable === context.tenancy?.hub) return true
    const isRequired = key.cardinality.parent === 'exactly one'
    return isRequired && context.tenantColumns.get(key.referencedTable) === key.referencedColumns[position]
  })
}

function leavesTenant(context: AnalysisContext, key: ForeignKey, tenantColumn: string): boolean {
  const theirs = context.tenantColumns.get(key.referencedTable)
  if (theirs === undefined) return false
  const position = key.columns.indexOf(tenantColumn)
  return position === -1 || key.referencedColumns[position] !== theirs
}

function keyWithTenant(context: AnalysisContext, key: ForeignKey, tenantColumn: string): string {
  const theirs = context.tenantColumns.get(key.referencedTable) ?? tenantColumn
  const rest = (columns: readonly string[], tenant: string): string =>
    [tenant, ...columns.filter((column) => column !== tenant)].map(quoteName).join(', ')
  return `FOREIGN KEY (${rest(key.columns, tenantColumn)}) REFERENCES ${key.referencedTable} (${rest(key.referencedColumns, theirs)}), with a unique key over those columns of ${key.referencedTable}.`
}
