import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  categoriesSchema,
  type Category,
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

/** The words of `content/vocabulary/`, as the pages use them: in the order in which they are written. */

const folder = join(process.cwd(), 'content', 'vocabulary')

const remembered = new Map<string, { readonly stamp: number; readonly value: unknown }>()

/** A list is read again only when its file has changed, which is what a preview needs. */
function readFile(path: string): unknown {
  const stamp = statSync(path).mtimeMs
  const known = remembered.get(path)
  if (known?.stamp === stamp) return known.value
  const value: unknown = parse(readFileSync(path, 'utf8'))
  remembered.set(path, { stamp, value })
  return value
}

function filesOf(kind: VocabularyKind): unknown[] {
  const pattern = vocabularyFiles.find((it) => it.kind === kind)?.name
  return readdirSync(folder)
    .filter((name) => pattern?.test(name))
    .toSorted()
    .map((name) => readFile(join(folder, name)))
}

export const categories = (): Category[] => filesOf('category').flatMap((it) => categoriesSchema.parse(it))
export const tags = (): Tag[] => filesOf('tag').flatMap((it) => tagsSchema.parse(it))
export const skills = (): Skill[] => filesOf('skill').flatMap((it) => skillsSchema.parse(it))
export const series = (): Series[] => filesOf('series').flatMap((it) => seriesSchema.parse(it))
export const roles = (): Role[] => filesOf('role').flatMap((it) => rolesSchema.parse(it))

export const terms = (): Term[] =>
  filesOf('term').flatMap((it) => Object.entries(termsSchema.parse(it)).map(([slug, term]) => ({ slug, ...term })))
