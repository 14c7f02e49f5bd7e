import type { ReferenceKind } from './fields'
import type { VocabularyKind } from './vocabulary-schema'

/** The addresses of the site, in one place: the pages print them and the check knows them without a build. */

export const labs = ['request-lifecycle', 'erd', 'broker-queue'] as const

export const labTitles: Readonly<Record<(typeof labs)[number], string>> = {
  'request-lifecycle': 'Request lifecycle',
  erd: 'Schema explorer',
  'broker-queue': 'Broker and queue',
}

export const fixedRoutes = [
  '/',
  '/projects/',
  '/case-studies/',
  '/ledgers/',
  '/writing/',
  '/reports/',
  '/faq/',
  '/experience/',
  '/engineering/',
  '/cv/',
  '/claims/',
  '/skills/',
  '/search/',
  '/lab/',
] as const

/** Pages whose text is a document of `content/pages/` but whose route is always there. */
export const writtenPages = ['about', 'how-i-work', 'stack', 'colophon', 'contact'] as const

export const hrefOfWord: Readonly<Record<Exclude<VocabularyKind, 'term'>, (slug: string) => string>> = {
  category: (slug) => `/writing/category/${slug}/`,
  tag: (slug) => `/writing/tag/${slug}/`,
  series: (slug) => `/writing/series/${slug}/`,
  skill: (slug) => `/skills/${slug}/`,
  role: (slug) => `/for/${slug}/`,
}

/** The id on the page of decision D1 or finding P1. */
export const anchorOf = (id: string) => id.toLowerCase()

export const hrefOfLab = (slug: string) => `/lab/${slug}/`

/** What the addresses are made from: the public documents, and the words that have a page. */
export type Published = {
  readonly entries: readonly {
    readonly kind: ReferenceKind | 'profile'
    readonly href: string
    /** Ids on its page that a link may name: its headings and, in a ledger, its decisions. */
    readonly anchors: readonly string[]
  }[]
  readonly words: Readonly<Record<Exclude<VocabularyKind, 'term'>, readonly string[]>>
}

/** Every address that a page may link to, each with the ids on it. */
export function routesOf({ entries, words }: Published): Map<string, Set<string>> {
  const routes = new Map<string, Set<string>>(fixedRoutes.map((it) => [it, new Set()]))
  const add = (href: string, anchors: readonly string[] = []) => {
    const [path = '', anchor] = href.split('#')
    const known = routes.get(path) ?? new Set<string>()
    for (const it of anchor ? [anchor, ...anchors] : anchors) known.add(it)
    routes.set(path, known)
  }
  for (const it of labs) add(hrefOfLab(it))
  for (const it of writtenPages) add(`/${it}/`)
  for (const { href, anchors } of entries) add(href, anchors)
  for (const [kind, hrefOf] of Object.entries(hrefOfWord))
    for (const slug of words[kind as keyof typeof hrefOfWord]) add(hrefOf(slug))
  return routes
}
