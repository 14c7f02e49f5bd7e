import type { Difference } from '@/lib/lifecycle/compare'
import type { LinkState } from '@/lib/lifecycle/link-state'
import type { Followed } from './following'

/** What the reader has chosen; the playhead is kept apart because it moves with every frame. */
export type Choice = Omit<LinkState, 'at' | 'before'>

export type Comparison = { readonly id: string; readonly differences: readonly Difference[] }

export type Shown = { readonly choice: Choice; readonly followed: Followed; readonly comparison: Comparison | null }
