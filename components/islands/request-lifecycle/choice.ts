import type { Difference } from '@/lib/lifecycle/compare'
import type { Distribution } from '@/lib/lifecycle/distribution'
import type { LinkState } from '@/lib/lifecycle/link-state'
import type { Without } from '@/lib/lifecycle/without'
import type { Followed } from './following'

/** What the reader has chosen; the playhead is kept apart because it moves with every frame. */
export type Choice = Omit<LinkState, 'at' | 'before'>

export type Comparison = {
  readonly id: string
  readonly ofTraces: readonly Difference[]
  readonly ofDistributions: readonly Difference[]
}

export type Shown = { readonly choice: Choice; readonly followed: Followed }

/** What takes longer than one trace and comes after it. */
export type Counted = {
  readonly of: Choice
  readonly distribution: Distribution
  readonly without: readonly Without[]
  readonly comparison: Comparison | null
}
