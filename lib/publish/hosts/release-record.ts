import type { Serving } from '@/lib/publish/serving'

/** What the bucket remembers of a release, beside its files: enough to serve it again. */
export type Release = {
  readonly release: string
  /** The one that it replaced. */
  readonly previous?: string | undefined
  readonly serving: Serving
}
