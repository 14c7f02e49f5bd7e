import type { ForeignKey, SchemaModel } from '@/lib/erd/model'

export interface ReferenceCycle {
  readonly tables: readonly string[]
  readonly first: ForeignKey
  /** No reference in it can be left empty or checked later. */
  readonly isDeadlocked: boolean
}

/** One circle for each knot of tables that reach each other; a table that refers to itself is no circle. */
export function referenceCycles(model: SchemaModel): ReferenceCycle[] {
  const keys = model.tables
    .flatMap((table) => table.foreignKeys)
    .filter((key) => key.targetFound && key.table !== key.referencedTable)
  const rigid = keys.filter((key) => key.cardinality.parent === 'exactly one' && key.deferrability === 'not deferrable')
  const found: ReferenceCycle[] = []
  const covered = new Set<string>()
  for (const [candidates, isDeadlocked] of [
    [rigid, true],
    [keys, false],
  ] as const) {
    const outgoing = groupByTable(candidates)
    for (const table of model.tables) {
      if (covered.has(table.id)) continue
      const circle = shortestCircle(table.id, outgoing)
      const [first] = circle
      if (!first) continue
      for (const key of circle) covered.add(key.table)
      found.push({ tables: circle.map((key) => key.table), first, isDeadlocked })
    }
  }
  return found
}

function groupByTable(keys: readonly ForeignKey[]): Map<string, ForeignKey[]> {
  const grouped = new Map<string, ForeignKey[]>()
  for (const key of keys) grouped.set(key.table, [...(grouped.get(key.table) ?? []), key])
  return grouped
}

function shortestCircle(start: string, outgoing: ReadonlyMap<string, readonly ForeignKey[]>): ForeignKey[] {
  const cameBy = new Map<string, ForeignKey>()
  const queue = [start]
  for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
    for (const key of outgoing.get(table) ?? []) {
      if (key.referencedTable === start) return [...walkBack(start, table, cameBy), key]
      if (cameBy.has(key.referencedTable)) continue
      cameBy.set(key.referencedTable, key)
      queue.push(key.referencedTable)
    }
  }
  return []
}

function walkBack(start: string, end: string, cameBy: ReadonlyMap<string, ForeignKey>): ForeignKey[] {
  const keys: ForeignKey[] = []
  for (let table = end; table !== start;) {
    const key = cameBy.get(table)
    if (!key) return keys
    keys.unshift(key)
    table = key.table
  }
  return keys
}
