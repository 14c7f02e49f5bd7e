import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import type { ExplorerState } from '@/lib/erd/explore/link-state'

/** What every panel is given. */
export interface PanelProps {
  readonly data: ExplorerData
  readonly state: ExplorerState
  readonly change: (part: Partial<ExplorerState>) => void
  readonly focusOn: (table: string | null) => void
}
