import { catalogue } from '@/lib/content/catalogue'
import { fixedRoutes, hrefOfWord, writtenPages } from '@/lib/content/routes'
import { categories, tags } from '@/lib/content/vocabulary'
import { years } from '@/lib/content/writing'

/** The pages that are looked at: each has most of what its kind can have. */
const telling: Readonly<Record<string, string>> = {
  home: '/',
  projects: '/projects/',
  project: '/projects/fraud-detection/',
  'case-studies': '/case-studies/',
  'case-study': '/case-studies/saas-website-builder/',
  ledgers: '/ledgers/',
  ledger: '/ledgers/uvidense-talent-marketplace/',
  engineering: '/engineering/',
  questions: '/faq/',
  writing: '/writing/',
  category: '/writing/category/databases/',
  tag: '/writing/tag/postgresql/',
  year: '/writing/year/2026/',
  article: '/writing/circuit-breaker-in-nodejs/',
  reports: '/reports/',
  report: '/reports/exactly-once-into-different-sinks/',
  experience: '/experience/',
  about: '/about/',
  stack: '/stack/',
  'how-i-work': '/how-i-work/',
  contact: '/contact/',
  colophon: '/colophon/',
  claims: '/claims/',
  skills: '/skills/',
  skill: '/skills/postgresql/',
  role: '/for/staff-engineer/',
  cv: '/cv/',
  lab: '/lab/',
  instrument: '/lab/erd/',
  search: '/search/',
  missing: '/404.html',
}

const addresses = (): string[] => [
  ...fixedRoutes,
  ...writtenPages.map((it) => `/${it}/`),
  ...[...catalogue().values()].map((it) => it.href).filter((it) => !it.includes('#')),
  ...categories().map((it) => hrefOfWord.category(it.slug)),
  ...tags().map((it) => hrefOfWord.tag(it.slug)),
  ...years().map((it) => `/writing/year/${it.slug}/`),
  '/404.html',
]

const folderOf = (path: string) => path.replace(/[^/]*\/?$/, '')

/** Where the content lacks that page, another of its folder; an owner with empty lists has none. */
const present = (path: string, all: readonly string[]) =>
  all.find((it) => it === path) ?? all.find((it) => folderOf(it) === folderOf(path) && folderOf(it) !== '/')

/** One address for each kind of page there is, in the content as it is compiled when this is asked. */
export function findPageKinds(): Readonly<Record<string, string>> {
  const all = addresses()
  return Object.fromEntries(
    Object.entries(telling).flatMap(([kind, path]) => {
      const found = present(path, all)
      return found ? [[kind, found]] : []
    }),
  )
}
