import { type Article, articleCard, articles, newestFirst } from './articles'
import { readingMinutes } from './reading-time'
import { remembered } from './remember'
import { entriesOf, type Outline } from './store'
import { categories, tags } from './vocabulary'

/** An article as the indexes show it. */
export type Piece = ReturnType<typeof articleCard> & { readonly minutes: number }

/** Articles as the indexes show them, newest first. */
export const piecesOf = (all: readonly (Article & { readonly outline: Pick<Outline, 'words'> })[]): readonly Piece[] =>
  newestFirst(all).map((it) => ({ ...articleCard(it), minutes: readingMinutes(it.outline.words) }))

/** All published articles. */
export const pieces = remembered(() => piecesOf(entriesOf(articles)))

export const yearOf = (piece: { readonly date: string }): string => piece.date.slice(0, 4)

export type Counted = { readonly slug: string; readonly name: string; readonly count: number }

/** Words with the number of pieces in each: made from what is shown, so that no draft is counted. */
export const counted = <Word extends { readonly slug: string }>(
  words: readonly Word[],
  isIn: (slug: string) => (it: Piece) => boolean,
  all: readonly Piece[],
) => words.map((it) => ({ ...it, count: all.filter(isIn(it.slug)).length }))

export const inCategory = (slug: string) => (it: Piece) => it.category === slug
export const withTag = (slug: string) => (it: Piece) => it.tags.includes(slug)

/** Every category, also the empty ones: an index that hides them would not say what is still to be written. */
export const countedCategories = remembered(() => counted(categories(), inCategory, pieces()))

/** Every tag, the most used first: one that no article has yet still has its page. */
export const countedTags = remembered((): readonly Counted[] =>
  counted(tags(), withTag, pieces()).toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
)

export const years = remembered((): readonly Counted[] => {
  const all = [...new Set(pieces().map(yearOf))].toSorted().toReversed()
  return counted(
    all.map((year) => ({ slug: year, name: year })),
    (year) => (it) => yearOf(it) === year,
    pieces(),
  )
})

/** The pieces of a series in the order of its parts. */
export const inSeries = (id: string, all = pieces()): readonly Piece[] =>
  all.filter((it) => it.series?.id === id).toSorted((a, b) => (a.series?.part ?? 0) - (b.series?.part ?? 0))

/** The pieces before and after one in time. */
export function neighbours(slug: string, all = pieces()): { earlier: Piece | undefined; later: Piece | undefined } {
  const at = all.findIndex((it) => it.slug === slug)
  return { earlier: all[at + 1], later: at > 0 ? all[at - 1] : undefined }
}
