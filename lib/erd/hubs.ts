import type { SchemaModel, Table } from './model'
import { compareText } from './names'

/** A table that at least a tenth of the schema, and at least this many tables, refers to. */
const FEWEST_REFERRING = 12
const TENANT_TABLES = [
  'tenants',
  'tenant',
  'organizations',
  'organisations',
  'organization',
  'workspaces',
  'workspace',
  'accounts',
  'account',
  'companies',
  'teams',
  'customers',
]

export interface Tenancy {
  readonly hub: string
  readonly hubKey: readonly string[]
  /** The name by which most tables carry their tenant, such as `tenant_id`. */
  readonly column: string
}

/** Finds the table every tenant-owned row points at, or null when the schema serves one tenant. */
export function findTenancy(model: Pick<SchemaModel, 'tables'>): Tenancy | null {
  for (const name of TENANT_TABLES) {
    const hub = model.tables.find((table) => table.name === name)
    const column = hub ? usualReferenceColumn(model.tables, hub) : null
    if (hub && column !== null) return { hub: hub.id, hubKey: hub.primaryKey?.columns ?? ['id'], column }
  }
  return null
}

function usualReferenceColumn(tables: readonly Table[], hub: Table): string | null {
  const counts = new Map<string, number>()
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      const [column] = key.columns
      if (key.referencedTable === hub.id && table.id !== hub.id && key.columns.length === 1 && column !== undefined)
        counts.set(column, (counts.get(column) ?? 0) + 1)
    }
  }
  const conventional = `${hub.name.replace(/ies$/, 'y').replace(/s$/, '')}_id`
  const carriers = tables.filter((table) => table.columns.some(({ name }) => name === conventional)).length
  if (carriers > 1) counts.set(conventional, (counts.get(conventional) ?? 0) + carriers)
  const [best] = [...counts].sort(([left, a], [right, b]) => b - a || compareText(left, right))
  return best && best[1] > 1 ? best[0] : null
}

/** Tables whose references would turn the drawing into a ribbon. */
export function findHubs(model: Pick<SchemaModel, 'tables'>): string[] {
  const tenancy = findTenancy(model)
  const threshold = Math.max(FEWEST_REFERRING, Math.ceil(model.tables.length / 10))
  const referring = new Map<string, Set<string>>()
  for (const table of model.tables) {
    for (const key of table.foreignKeys) {
      if (key.referencedTable === table.id) continue
      const seen = referring.get(key.referencedTable) ?? new Set<string>()
      referring.set(key.referencedTable, seen.add(table.id))
    }
  }
  return model.tables.map(({ id }) => id).filter((id) => id === tenancy?.hub || (referring.get(id)?.size ?? 0) >= threshold)
}
