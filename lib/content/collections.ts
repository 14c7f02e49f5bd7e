import { aiSystems } from './ai-systems'
import { articles } from './articles'
import { caseStudies } from './case-studies'
import type { Collection } from './collection'
import { competencies } from './competencies'
import { experience } from './experience'
import { faqs } from './faqs'
import { ledgers } from './ledgers'
import { pages } from './pages'
import { problems } from './problems'
import { profiles } from './profile'
import { projects } from './projects'
import { reports } from './reports'

/** Every collection there is: Contentlayer's types, the strict check and the editor's schemas are made from this list. */
export const collections: readonly Collection[] = [
  profiles,
  experience,
  projects,
  caseStudies,
  ledgers,
  articles,
  reports,
  faqs,
  competencies,
  problems,
  aiSystems,
  pages,
]

/** The collection that a file below `content/` belongs to, if any. */
export function collectionOf(path: string): Collection | undefined {
  return collections.find((it) => (it.single ? path === it.folder : path.startsWith(`${it.folder}/`)))
}
