import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import type { LinkMode } from '@/lib/erd/explore/link-state'

export interface ShownFinding {
  readonly id: string
  readonly severity: string
  readonly table: string
  readonly place: string
  readonly explanation: string
  readonly columnHref: string
  readonly lineHref: string
  readonly line: number
}

export interface ErdExplorerProps {
  /** The id of the printed figure that this explorer moves and lights. */
  readonly figure: string
  readonly data: ExplorerData
  /** The drawing's key of each reference, such as `e5` or, to a hub, `h2`. */
  readonly edgeKeys: Readonly<Record<string, string>>
  readonly findings: readonly ShownFinding[]
  readonly focus: string | null
  readonly mode: LinkMode
  readonly hops: 1 | 2
  /** A schema with something grave to say opens on it. */
  readonly opensOn: 'table' | 'findings'
  /** Only one figure of a page can own the address; the others link to the lab. */
  readonly ownsAddress: boolean
}

export const tableKey = (data: ExplorerData, id: string): string => `t${data.tables.findIndex((it) => it.id === id)}`
