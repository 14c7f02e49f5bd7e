import { type Article, newestFirst } from './articles'

/** The pieces of a category, a tag or a series, for lists and counts: made from what is shown, so that no draft is counted. */

export const inCategory = (all: readonly Article[], slug: string): Article[] => newestFirst(all.filter((it) => it.fields.category === slug))

export const withTag = (all: readonly Article[], slug: string): Article[] => newestFirst(all.filter((it) => it.fields.tags.includes(slug)))

export const inSeries = (all: readonly Article[], slug: string): Article[] =>
  all.filter((it) => it.fields.series?.id === slug).toSorted((a, b) => (a.fields.series?.part ?? 0) - (b.fields.series?.part ?? 0))

export type Counted<Word> = Word & { readonly count: number }

/** The words that something is in, with how much; the others have no page. */
export const inUse = <Word extends { readonly slug: string }>(words: readonly Word[], count: (slug: string) => number): Counted<Word>[] =>
  words.map((it) => ({ ...it, count: count(it.slug) })).filter((it) => it.count > 0)

/** The piece before and the piece after in its series. */
export function neighbours(all: readonly Article[], { slug, fields: { series } }: Article): { before: Article | undefined; after: Article | undefined } {
  const parts = series ? inSeries(all, series.id) : []
  const at = parts.findIndex((it) => it.slug === slug)
  return { before: at > 0 ? parts[at - 1] : undefined, after: at >= 0 ? parts[at + 1] : undefined }
}
