import type { PolicyCommand, ReferentialAction } from '@/lib/erd/model'

/** What the figure needs in the browser, and no more: the HTML around it already holds every word. */
export interface ExplorerColumn {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly hasDefault: boolean
  readonly comment: string | null
}

export interface ExplorerTable {
  readonly id: string
  readonly comment: string | null
  readonly columns: readonly ExplorerColumn[]
  readonly indexes: readonly { readonly name: string; readonly text: string }[]
  readonly policies: readonly { readonly name: string; readonly command: PolicyCommand }[]
}

export interface ExplorerReference {
  readonly id: string
  readonly table: string
  readonly columns: readonly string[]
  readonly referencedTable: string
  readonly referencedColumns: readonly string[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  readonly setColumns: readonly string[]
  /** A check put off until the end of the transaction. */
  readonly deferred: boolean
  readonly required: boolean
}

export interface ExplorerData {
  readonly name: string
  /** Tables everything points at: a path through one of them joins unrelated rows. */
  readonly hubs: readonly string[]
  readonly tables: readonly ExplorerTable[]
  /** In the order of their definition, which is the order in which PostgreSQL acts on them. */
  readonly references: readonly ExplorerReference[]
}
