import { shardsFor, type SearchPages, unpackPlaces, type WordShard } from './index-files'

export type Found = {
  /** Its place in the list of pages. */
  readonly page: number
  readonly score: number
  /** Which of its sections hold most of what was asked for, best first. */
  readonly sections: readonly number[]
}

const sectionsShown = 3

/** How much each section says of one word. The last word of a question may still be being typed: its beginning counts too. */
function scoreSections(word: string, shards: ReadonlyMap<string, WordShard>, sections: number): Map<number, number> {
  const scores = new Map<number, number>()
  for (const shard of shardsFor(word, [...shards.keys()]))
    for (const [known, packed] of Object.entries(shards.get(shard) ?? {})) {
      if (!known.startsWith(word)) continue
      const places = unpackPlaces(packed)
      const rarity = Math.log(1 + sections / places.length)
      const likeness = known === word ? 1 : (0.6 * word.length) / known.length
      for (const { section, weight } of places)
        scores.set(section, Math.max(scores.get(section) ?? 0, weight * rarity * likeness))
    }
  return scores
}

/** Pages that hold every word, best first. A page's score is its best section for each word, and a little for the rest. */
export function find(words: readonly string[], { pages }: SearchPages, shards: ReadonlyMap<string, WordShard>): Found[] {
  const count = pages.reduce((sum, it) => sum + it.sections, 0)
  const byWord = words.map((it) => scoreSections(it, shards, count))
  let first = 0
  return pages
    .flatMap((page, index) => {
      const from = first
      first += page.sections
      const all = Array.from({ length: page.sections }, (_, at) => ({
        at,
        scores: byWord.map((it) => it.get(from + at) ?? 0),
      }))
      const best = words.map((_, word) => Math.max(...all.map((it) => it.scores[word] ?? 0)))
      if (best.length === 0 || best.some((it) => it === 0)) return []
      const held = all
        .map(({ at, scores }) => ({ at, sum: sum(scores), held: scores.filter((it) => it > 0).length }))
        .filter((it) => it.held > 0)
        .toSorted((a, b) => b.held - a.held || b.sum - a.sum || a.at - b.at)
      const together = held[0]?.held === words.length ? 1.3 : 1
      return {
        page: index,
        score: sum(best) * together + 0.02 * sum(held.map((it) => it.sum)),
        sections: held.slice(0, sectionsShown).map((it) => it.at),
      }
    })
    .toSorted((a, b) => b.score - a.score || a.page - b.page)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0)
