import type { ForeignKey, SchemaModel, Table } from '@/lib/erd/model'

export interface DrawnReference {
  readonly id: string
  readonly key: ForeignKey
  readonly from: Table
  readonly to: Table
}

export interface DrawnParts {
  readonly tables: readonly Table[]
  readonly edges: readonly DrawnReference[]
  readonly toHubs: readonly DrawnReference[]
}

/** Partitions stand inside their parent, and a reference to a hub is a badge; what remains is drawn. */
export function drawnParts(model: SchemaModel, hubs: readonly string[]): DrawnParts {
  const tables = model.tables.filter((table) => table.partitionOf === null)
  const byId = new Map(tables.map((table) => [table.id, table]))
  const all = tables.flatMap((from) =>
    from.foreignKeys.flatMap((key): DrawnReference[] => {
      const to = byId.get(key.referencedTable)
      return to ? [{ id: referenceId(key), key, from, to }] : []
    }),
  )
  const isBadge = (reference: DrawnReference): boolean =>
    reference.key.columns.length === 1 && reference.from !== reference.to && hubs.includes(reference.to.id)
  return { tables, edges: all.filter((reference) => !isBadge(reference)), toHubs: all.filter(isBadge) }
}

export function referenceId(key: Pick<ForeignKey, 'table' | 'name'>): string {
  return `${key.table}.${key.name}`
}
