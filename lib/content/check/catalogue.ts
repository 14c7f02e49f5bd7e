import { visibilityOn, type Scheduled } from '@/lib/content/dates'
import { anchorOf, labs, type Published, routesOf } from '@/lib/content/routes'
import type { VocabularyKind } from '@/lib/content/vocabulary-schema'
import type { Read, ReadDocument } from './document'
import { childValue } from '@/lib/content/schema-walk'

/** Everything that can be named or linked to, by what the files say; documents with faults are known too. */
export type Catalogue = {
  readonly today: string
  /** By reference: `project:fraud-detection`. */
  readonly documents: ReadonlyMap<string, ReadDocument>
  readonly words: Readonly<Record<VocabularyKind, readonly string[]>>
  /** Public addresses with the ids on them. */
  readonly routes: ReadonlyMap<string, ReadonlySet<string>>
  /** Addresses that a document has which is not public. */
  readonly hidden: ReadonlyMap<string, ReadDocument>
  readonly publicFiles: ReadonlySet<string>
}

export const referenceOf = ({ collection, slug }: Pick<ReadDocument, 'collection' | 'slug'>) => `${collection.kind}:${slug}`

export type Words = Readonly<Record<VocabularyKind, readonly Read[]>>

/** The slugs in a list of words, also where the list has faults. */
export function slugsIn({ yaml }: Pick<Read, 'yaml'>): string[] {
  const value = yaml?.value
  if (Array.isArray(value)) return value.map((it: unknown) => childValue(it, 'slug')).filter((it) => typeof it === 'string')
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((it) => typeof it === 'string')

/** Categories, tags and series have a page only where something public is in them. */
function usedWords(documents: readonly ReadDocument[], field: string): string[] {
  return [...new Set(documents.flatMap(({ yaml }) => textsIn(childValue(yaml?.value, field))))]
}

const seriesOf = ({ yaml }: ReadDocument): string[] => textsIn(childValue(childValue(yaml?.value, 'series'), 'id'))

/** Ids that a link to a document may name: its headings and, where it has them, its decisions and findings. */
export function idsIn({ yaml, body }: Pick<ReadDocument, 'yaml' | 'body'>): string[] {
  const numbered = ['decisions', 'postMortem'].flatMap((field) => {
    const list = childValue(yaml?.value, field)
    return Array.isArray(list) ? list.flatMap((it: unknown) => textsIn(childValue(it, 'id')).map(anchorOf)) : []
  })
  return [...(body?.anchors ?? []), ...numbered]
}

const isPublic = (today: string) => (it: { readonly schedule: Scheduled }) => visibilityOn(today, it.schedule) === 'public'

export function makeCatalogue(
  all: readonly ReadDocument[],
  lists: Words,
  today: string,
  publicFiles: ReadonlySet<string>,
): Catalogue {
  const shown = all.filter(isPublic(today))
  const pieces = shown.filter((it) => it.collection.kind === 'article')
  const words = Object.fromEntries(Object.entries(lists).map(([kind, reads]) => [kind, reads.flatMap(slugsIn)])) as Record<
    VocabularyKind,
    string[]
  >
  const published: Published = {
    entries: shown.map((it) => ({ kind: it.collection.kind, href: it.href, anchors: idsIn(it) })),
    words: {
      ...words,
      category: usedWords(pieces, 'category'),
      tag: usedWords(pieces, 'tags'),
      series: [...new Set(pieces.flatMap(seriesOf))],
    },
  }
  const routes = routesOf(published)
  const hidden = all.filter((it) => !isPublic(today)(it)).map((it) => [it.href, it] as const)
  return {
    today,
    documents: new Map(all.map((it) => [referenceOf(it), it])),
    words,
    routes,
    hidden: new Map(hidden),
    publicFiles,
  }
}

/** All references there are, for suggestions. */
export const allReferences = ({ documents, words }: Catalogue): string[] => [
  ...documents.keys(),
  ...(['role', 'skill', 'term'] as const).flatMap((kind) => words[kind].map((slug) => `${kind}:${slug}`)),
  ...labs.map((slug) => `lab:${slug}`),
]
