import { type Article, articleCard, articles, newestFirst } from './articles'
import { readingMinutes } from './reading-time'
import { remembered } from './remember'
import { entriesOf } from './store'
import { categories, tags } from './vocabulary'

/** An article as the indexes show it. */
export type Piece = ReturnType<typeof articleCard> & { readonly minutes: number }

const pieceOf = (entry: Article & { readonly outline: { readonly words: number } }): Piece => ({
  ...articleCard(entry),
  minutes: readingMinutes(entry.outline.words),
})

/** All published articles, newest first. */
export const pieces = remembered((): readonly Piece[] => newestFirst(entriesOf(articles)).map(pieceOf))

export const yearOf = (piece: { readonly date: string }): string => piece.date.slice(0, 4)

export type Counted = { readonly slug: string; readonly name: string; readonly count: number }

/** Every category, also the empty ones: an index that hides them would not say what is still to be written. */
export const countedCategories = remembered((): readonly (Counted & { description: string })[] =>
  categories().map((it) => ({ ...it, count: pieces().filter((piece) => piece.category === it.slug).length })),
)

/** Tags that are used, the most used first. */
export const countedTags = remembered((): readonly Counted[] =>
  tags()
    .map((it) => ({ ...it, count: pieces().filter((piece) => piece.tags.includes(it.slug)).length }))
    .filter((it) => it.count > 0)
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
)

export const years = remembered((): readonly Counted[] => {
  const counts = new Map<string, number>()
  for (const piece of pieces()) counts.set(yearOf(piece), (counts.get(yearOf(piece)) ?? 0) + 1)
  return [...counts].map(([year, count]) => ({ slug: year, name: year, count })).toSorted((a, b) => b.slug.localeCompare(a.slug))
})

export const inSeries = (id: string): readonly Piece[] =>
  pieces()
    .filter((it) => it.series?.id === id)
    .toSorted((a, b) => (a.series?.part ?? 0) - (b.series?.part ?? 0))

/** The pieces before and after one in time. */
export function neighbours(slug: string): { earlier: Piece | undefined; later: Piece | undefined } {
  const all = pieces()
  const at = all.findIndex((it) => it.slug === slug)
  return { earlier: all[at + 1], later: at > 0 ? all[at - 1] : undefined }
}
