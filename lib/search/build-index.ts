import { packPlaces, type PageText, type Place, type SearchPage, type SearchPages, type WordShard } from './index-files'
import { wordsOf } from './words'

export type IndexedPage = Omit<SearchPage, 'sections'> &
  Pick<PageText, 'summary'> & {
    /** `also` is found and never quoted: code, legends, tables. */
    readonly sections: readonly (PageText['sections'][number] & { readonly also?: string })[]
  }

export type SearchIndex = {
  readonly pages: SearchPages
  readonly shards: ReadonlyMap<string, WordShard>
  readonly texts: readonly PageText[]
}

const weights = { title: 9, heading: 6, summary: 4, also: 1 }
const weightInText = (times: number): number => (times >= 4 ? 3 : times >= 2 ? 2 : 1)

/** How much each word counts in one section: the strongest of where it stands. */
function weighWords(page: IndexedPage, index: number): Map<string, number> {
  const found = new Map<string, number>()
  const raise = (text: string, weight: number) => {
    for (const word of wordsOf(text)) found.set(word, Math.max(weight, found.get(word) ?? 0))
  }
  const { heading = '', text = '', also = '' } = page.sections[index] ?? {}
  const times = new Map<string, number>()
  for (const word of wordsOf(text)) times.set(word, (times.get(word) ?? 0) + 1)
  for (const [word, count] of times) found.set(word, weightInText(count))
  raise(also, weights.also)
  raise(heading, weights.heading)
  if (index === 0) raise(page.summary, weights.summary)
  if (index === 0) raise(page.title, weights.title)
  return found
}

/** A file of words that outgrows this is split by one more letter. */
const fullShard = 24 * 1024

function shard(words: readonly [string, string][], length: number): [string, WordShard][] {
  const groups = new Map<string, [string, string][]>()
  for (const entry of words) {
    const beginning = entry[0].slice(0, length)
    groups.set(beginning, [...(groups.get(beginning) ?? []), entry])
  }
  return [...groups].flatMap(([beginning, group]) => {
    const size = group.reduce((sum, [word, places]) => sum + word.length + places.length + 6, 0)
    const splits = size > fullShard && group.some(([word]) => word.length > length)
    return splits ? shard(group, length + 1) : [[beginning, Object.fromEntries(group)] as [string, WordShard]]
  })
}

export function buildIndex(indexed: readonly IndexedPage[]): SearchIndex {
  const places = new Map<string, Place[]>()
  let section = 0
  for (const page of indexed)
    for (let index = 0; index < page.sections.length; index += 1, section += 1)
      for (const [word, weight] of weighWords(page, index)) {
        const known = places.get(word)
        if (known) known.push({ section, weight })
        else places.set(word, [{ section, weight }])
      }
  const words = [...places]
    .map(([word, at]) => [word, packPlaces(at)] as [string, string])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const shards = new Map(shard(words, 1))
  return {
    pages: {
      pages: indexed.map(({ href, title, kind, number, sections }) => ({
        href,
        title,
        kind,
        ...(number ? { number } : {}),
        sections: sections.length,
      })),
      shards: [...shards.keys()].toSorted(),
    },
    shards,
    texts: indexed.map(({ summary, sections }) => ({
      summary,
      sections: sections.map(({ id, heading, text }) => ({ id, heading, text })),
    })),
  }
}
