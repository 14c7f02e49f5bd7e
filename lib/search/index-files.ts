/** What the build writes for search, and the script on the search page reads. */

export type SearchPage = {
  /** Below the site's root, without a slash in front: `writing/exactly-once/`. */
  readonly href: string
  readonly title: string
  /** "Article", "Ledger". */
  readonly kind: string
  /** `[A1]`, where the entry has one. */
  readonly number?: string
  /** How many sections it has, its beginning included. */
  readonly sections: number
}

/** `pages.json`. Sections are numbered through all pages in this order. */
export type SearchPages = {
  readonly pages: readonly SearchPage[]
  /** What the words of each file begin with: a file of words is small, however many pages there are. */
  readonly shards: readonly string[]
}

/** `words-<beginning>.json`: where each word stands, as `packPlaces` writes it. */
export type WordShard = Readonly<Record<string, string>>

/** `text/<page>.json`: fetched for the pages that are shown, to quote from. */
export type PageText = {
  readonly summary: string
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[]
}

/** A section's number, and how much a word counts in it (1 to 9). */
export type Place = { readonly section: number; readonly weight: number }

const digits = 'ABCDEFGHI'

/** Distances between sections in base 36, each closed by a letter for its weight: `1cA2B`. */
export function packPlaces(places: readonly Place[]): string {
  let before = 0
  return places
    .toSorted((a, b) => a.section - b.section)
    .map(({ section, weight }) => {
      const distance = section - before
      before = section
      return distance.toString(36) + (digits[weight - 1] ?? 'I')
    })
    .join('')
}

export function unpackPlaces(text: string): Place[] {
  let section = 0
  return [...text.matchAll(/([0-9a-z]+)([A-I])/g)].map(([, distance = '0', letter = 'A']) => {
    section += Number.parseInt(distance, 36)
    return { section, weight: digits.indexOf(letter) + 1 }
  })
}

/** The files that may hold words with this beginning. A question of one letter is too short to look for. */
export const shardsFor = (word: string, shards: readonly string[]): string[] =>
  shards.filter((it) => word.startsWith(it) || it.startsWith(word))
