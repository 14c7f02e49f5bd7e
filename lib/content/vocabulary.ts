import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { remembered } from './remember'
import {
  type Category,
  categoriesSchema,
  type Role,
  rolesSchema,
  type Series,
  seriesSchema,
  type Skill,
  skillsSchema,
  type Tag,
  tagsSchema,
  type Term,
  termsSchema,
  type VocabularyKind,
  vocabularyFiles,
} from './vocabulary-schema'

const folder = join(process.cwd(), 'content', 'vocabulary')

/** What stands in the files of one kind; an owner may have removed them all. */
function read(kind: VocabularyKind): unknown[] {
  const pattern = vocabularyFiles.find((it) => it.kind === kind)?.name
  if (!pattern || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as unknown)
    .filter((it) => it !== null)
}

export const categories = remembered((): Category[] => read('category').flatMap((it) => categoriesSchema.parse(it)))
export const tags = remembered((): Tag[] => read('tag').flatMap((it) => tagsSchema.parse(it)))
export const skills = remembered((): Skill[] => read('skill').flatMap((it) => skillsSchema.parse(it)))
export const seriesList = remembered((): Series[] => read('series').flatMap((it) => seriesSchema.parse(it)))
export const roles = remembered((): Role[] => read('role').flatMap((it) => rolesSchema.parse(it)))

export const terms = remembered(
  (): ReadonlyMap<string, Term> =>
    new Map(
      read('term')
        .flatMap((it) => Object.entries(termsSchema.parse(it)))
        .map(([slug, term]) => [slug, { slug, ...term }]),
    ),
)

/** The word as it is printed; a slug that no list knows prints as itself. */
export const nameOf = (words: readonly { readonly slug: string; readonly name: string }[], slug: string): string =>
  words.find((it) => it.slug === slug)?.name ?? slug
