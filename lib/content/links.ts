import { catalogue, type Listed, resolve, resolveAll } from './catalogue'
import { remembered } from './remember'
import { nameOf, skills } from './vocabulary'

/** Both ways a piece can name another: in its fields, and by a link in its text. */
function targetsOf(from: Listed, byHref: ReadonlyMap<string, string>): Set<string> {
  return new Set([...from.names, ...from.links.flatMap((it) => byHref.get(it) ?? byHref.get(it.split('#')[0] ?? it) ?? [])])
}

/** For each reference, the pieces that name it. */
export function backlinksOf(all: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
  const byHref = new Map(all.map((it) => [it.href, it.reference]))
  const found = new Map<string, Listed[]>()
  for (const from of all)
    for (const target of targetsOf(from, byHref))
      if (target !== from.reference) found.set(target, [...(found.get(target) ?? []), from])
  return found
}

const backlinks = remembered(() => backlinksOf([...catalogue().values()]))

/** What links here: derived from what other pieces name, never written by hand. */
export const linksTo = (reference: string): readonly Listed[] => backlinks().get(reference) ?? []

export type Related = { readonly entry: Listed; readonly why: string }

const evidenceKinds: readonly Listed['kind'][] = ['project', 'case-study', 'ledger', 'article', 'report', 'lab']

const frequency = remembered((): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { skills: all } of catalogue().values()) for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1)
  return counts
})

/** A skill that few pieces share says more than one that all of them have. */
const weight = (skill: string): number => 1 / (frequency().get(skill) ?? 1)

const shared = (one: Listed, other: Listed): string[] =>
  one.skills.filter((it) => other.skills.includes(it)).toSorted((a, b) => weight(b) - weight(a))

/** What the author named comes first; then pieces that prove the same skills, those with the rarest in common first. */
export function relatedTo(reference: string, atMost = 7): Related[] {
  const self = resolve(reference)
  if (!self) return []
  const named = resolveAll(self.names).filter((it) => it.kind !== 'term')
  const known = new Set([reference, ...named.map((it) => it.reference)])
  const near = [...catalogue().values()]
    .filter((it) => evidenceKinds.includes(it.kind) && !known.has(it.reference))
    .map((entry) => ({ entry, same: shared(self, entry) }))
    .filter(({ same }) => same.length >= 2)
    .map((it) => ({ ...it, score: it.same.reduce((sum, skill) => sum + weight(skill), 0) }))
    .toSorted((a, b) => b.score - a.score || a.entry.reference.localeCompare(b.entry.reference))
  const names = skills()
  return [
    ...named.map((entry) => ({ entry, why: '' })),
    ...near.map(({ entry, same }) => ({
      entry,
      why: `shares ${same
        .slice(0, 2)
        .map((it) => nameOf(names, it))
        .join(' and ')}`,
    })),
  ].slice(0, Math.max(atMost, named.length))
}
