import { findTenancy, type Tenancy } from '@/lib/erd/hubs'
import type { SchemaModel, Table } from '@/lib/erd/model'
import { compareText } from '@/lib/erd/names'
import { SEVERITIES, type AnalysisContext, type Finding, type Rule } from './finding'
import { INDEX_RULES } from './index-rules'
import { KEY_RULES } from './key-rules'
import { POLICY_RULES } from './policy-rules'
import { REFERENCE_RULES } from './reference-rules'
import { TENANT_INDEX_RULES } from './tenant-index-rules'
import { TENANT_KEY_RULES } from './tenant-key-rules'

export const RULES: readonly Rule[] = [
  ...TENANT_KEY_RULES,
  ...POLICY_RULES,
  ...TENANT_INDEX_RULES,
  ...KEY_RULES,
  ...REFERENCE_RULES,
  ...INDEX_RULES,
]

/** Every finding, gravest first, then in the order of the SQL. */
export function analyseSchema(model: SchemaModel): readonly Finding[] {
  const context = analysisContext(model)
  const findings = RULES.flatMap((rule) =>
    rule.check(context).map((observation): Finding => {
      const { column = null, object = null, severity = rule.severity } = observation
      const id = [rule.id, observation.table, object ?? column].filter((part) => part !== null).join(':')
      return { ...observation, id, rule: rule.id, severity, column, object }
    }),
  )
  return findings.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.line - b.line || compareText(a.id, b.id),
  )
}

function analysisContext(model: SchemaModel): AnalysisContext {
  const tenancy = findTenancy(model)
  return {
    model,
    tenancy,
    tables: new Map(model.tables.map((table) => [table.id, table])),
    tenantColumns: tenancy ? tenantColumns(model, tenancy) : new Map(),
  }
}

function tenantColumns(model: SchemaModel, tenancy: Tenancy): Map<string, string> {
  const columns = new Map<string, string>()
  for (const table of model.tables) {
    const column = table.id === tenancy.hub ? null : tenantColumnOf(table, tenancy)
    if (column !== null && table.partitionOf === null) columns.set(table.id, column)
  }
  return columns
}

function tenantColumnOf(table: Table, tenancy: Tenancy): string | null {
  if (table.columns.some(({ name }) => name === tenancy.column)) return tenancy.column
  return table.foreignKeys.find((key) => key.referencedTable === tenancy.hub && key.columns.length === 1)?.columns[0] ?? null
}
