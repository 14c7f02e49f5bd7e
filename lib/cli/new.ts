import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { childValue } from '@/lib/content/schema-walk'
import type { CheckResult } from '@/lib/content/check/check-content'
import type { Beginning, Collection } from '@/lib/content/collection'
import { collections } from '@/lib/content/collections'
import { todayInUtc } from '@/lib/content/dates'
import { slugPattern } from '@/lib/content/fields'
import { nearest } from '@/lib/content/nearest'
import { slugFrom } from '@/lib/content/slug'
import { beginning } from '@/lib/content/starters'
import { newDocument } from '@/lib/content/write-document'
import { asking, onTerminal } from './ask'
import { checkProject } from './check-project'
import { Failure } from './failure'
import { readFlags } from './flags'

const kinds = collections.filter((it) => it.begin).map((it) => it.kind)
const usage = 'npm run new -- article "The title"'

type Wanted = { readonly kind: string; readonly title: string }

const fromTerminal = (): Promise<Wanted> =>
  asking(async (ask) => ({ kind: await ask(`What is it (${kinds.join(', ')})`, 'article'), title: await ask('Its title') }))

/** `npm run new -- article "Title"`: a draft in the right place whose fields are right. */
export async function create(root: string, args: readonly string[]): Promise<void> {
  const { words, values } = readFlags(args, { switches: [], values: ['slug'] })
  const [kind = '', ...title] = words
  const bare = words.length === 0
  if (bare && !onTerminal()) throw new Failure('no kind and no title are given.', `${usage}; the kinds are ${kinds.join(', ')}.`)
  const wanted = bare ? await fromTerminal() : { kind, title: title.join(' ') }
  const path = createDocument(root, wanted, values.get('slug')?.at(-1))
  process.stdout.write(`made content/${path}, a draft\n  next: write it (npm run dev shows it), then take "draft: true" out.\n`)
}

function collectionOfKind(kind: string): Collection {
  const collection = collections.find((it) => it.begin && it.kind === kind)
  if (collection) return collection
  const near = nearest(kind, kinds)
  throw new Failure(`there is no kind "${kind}".`, near ? `did you mean ${near}? ${usage}` : `the kinds are ${kinds.join(', ')}.`)
}

function slugFor(title: string, given: string | undefined): string {
  if (given !== undefined && !slugPattern.test(given))
    throw new Failure(
      `--slug "${given}" is no slug.`,
      `lower-case words, digits and single hyphens: --slug ${slugFrom(given) || 'a-name'}.`,
    )
  const slug = given ?? slugFrom(title)
  if (slug === '') throw new Failure(`no file name can be made of "${title}".`, 'give one: --slug a-name.')
  return slug
}

/** Writes the document and returns its path below `content/`. */
export function createDocument(root: string, { kind, title }: Wanted, givenSlug?: string): string {
  const collection = collectionOfKind(kind)
  const clean = title.trim().replace(/\s+/g, ' ')
  if (clean === '') throw new Failure(`the ${kind} has no title.`, `npm run new -- ${kind} "The title".`)
  if (clean.length > 90) throw new Failure(`the title has ${clean.length} characters.`, 'give one of at most 90.')
  const slug = slugFor(clean, givenSlug)
  for (const taken of [`${collection.folder}/${slug}.mdx`, `${collection.folder}/${slug}/index.mdx`])
    if (existsSync(join(root, 'content', taken)))
      throw new Failure(`content/${taken} is there already.`, 'edit that file, or give another title or --slug.')
  const checked = checkProject(root)
  if (collection.kind === 'case-study' && projectsWithoutCaseStudy(checked.documents).length === 0)
    throw new Failure('there is no project without a case study.', 'make the project first: npm run new -- project "Its name".')
  const path = `${collection.folder}/${slug}.mdx`
  const file = join(root, 'content', path)
  mkdirSync(dirname(file), { recursive: true })
  // `wx` does not write over a file that came into being a moment ago.
  writeFileSync(file, begun(collection, clean, slug, checked), { flag: 'wx' })
  return path
}

function begun(collection: Collection, title: string, slug: string, { documents, catalogue }: CheckResult): string {
  const known: Beginning = {
    title,
    slug,
    today: todayInUtc(),
    next: nextNumber(collection, documents),
    categories: catalogue.words.category,
    tags: catalogue.words.tag,
    projects: projectsWithoutCaseStudy(documents),
  }
  const { summary, ...fields } = collection.begin?.(known) ?? {}
  return newDocument({ title, summary, draft: true, ...fields }, collection.schema.shape, beginning.line)
}

type Documents = CheckResult['documents']

/** One more than the highest number in use: `3`, or the 3 of `A3`. */
function nextNumber({ unique, folder }: Collection, documents: Documents): number {
  if (!unique) return 1
  const used = documents
    .filter((it) => it.collection.folder === folder)
    .map((it) => Number(String(childValue(it.yaml?.value, unique) as string | number).replace(/^\D+/, '')))
  return Math.max(0, ...used.filter(Number.isSafeInteger)) + 1
}

function projectsWithoutCaseStudy(documents: Documents): string[] {
  const told = documents.filter((it) => it.collection.kind === 'case-study').map((it) => childValue(it.yaml?.value, 'project'))
  return documents.filter((it) => it.collection.kind === 'project' && !told.includes(it.slug)).map((it) => it.slug)
}
