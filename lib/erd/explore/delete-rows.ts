import type { ReferentialAction } from '@/lib/erd/model'
import type { ExplorerReference } from './explorer-data'

/** The imagined rows of a deletion: which are gone, and which columns have let go of what they pointed at. */
export interface Rows {
  stillRefers(reference: ExplorerReference): boolean
  /** Whether it refers to what is gone already. */
  dangles(reference: ExplorerReference): boolean
  hasChanged(table: string): boolean
  deleteTable(table: string): void
  deleteChildRows(reference: ExplorerReference): void
  assign(table: string, columns: readonly string[]): void
  deletedTables(): string[]
  changedTables(): string[]
}

export function createRows(first: string): Rows {
  const deleted = new Set([first])
  const changed = new Map<string, Set<string>>()
  const goneChildren = new Set<string>()
  const stillRefers = (reference: ExplorerReference): boolean => {
    const hasLetGo = reference.columns.some((column) => changed.get(reference.table)?.has(column))
    // The child row of a self-reference is another row than the one deleted, so it is judged on its own.
    if (reference.table === reference.referencedTable) return !goneChildren.has(reference.id) && !hasLetGo
    return !deleted.has(reference.table) && !hasLetGo
  }
  return {
    stillRefers,
    dangles: (reference) =>
      reference.table !== reference.referencedTable && deleted.has(reference.referencedTable) && stillRefers(reference),
    hasChanged: (table) => changed.has(table),
    deleteTable: (table) => {
      deleted.add(table)
    },
    deleteChildRows: (reference) => {
      goneChildren.add(reference.id)
    },
    assign: (table, columns) => {
      const seen = changed.get(table) ?? new Set<string>()
      for (const column of columns) seen.add(column)
      changed.set(table, seen)
    },
    deletedTables: () => [...deleted],
    changedTables: () => [...changed.keys()].filter((table) => !deleted.has(table)),
  }
}

export function blockingReason(reference: ExplorerReference, action: ReferentialAction, atCommit: boolean): string {
  const rows = `Rows of ${reference.table} still refer to it`
  if (action === 'restrict') return `${rows}, and RESTRICT refuses at once. Everything is undone.`
  return atCommit
    ? `${rows} at commit, so the transaction is refused. Everything is undone.`
    : `${rows} when the check runs. Everything is undone.`
}

export function danglingReason({ table, referencedTable, columns }: ExplorerReference): string {
  return `An earlier step has written ${table} already, so all its keys are checked again: what ${columns.join(', ')} refers to in ${referencedTable} is gone. Everything is undone.`
}
