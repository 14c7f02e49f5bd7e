import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Collection, Entry } from './collection'
import { type Scheduled, todayInUtc, visibilityOn } from './dates'
import { remembered } from './remember'

/** The only reader of what Contentlayer generated; a preview has a copy that never changes under its reader. */
const generated = join(process.cwd(), '.contentlayer', process.env.PREVIEW_CHANNEL ? 'preview' : 'generated')
const written = join(process.cwd(), 'content')

type Generated = Record<string, unknown> & {
  body: { code: string }
  outline: unknown
  _raw: { sourceFilePath: string }
}

export type Outline = {
  readonly headings: readonly { readonly id: string; readonly depth: number; readonly text: string }[]
  readonly words: number
  /** Files beside the document that its text shows. */
  readonly pictures: readonly string[]
}

export type StoredEntry<Fields> = Entry<Fields> & { readonly outline: Outline }

/** `articles/queues.mdx` and `articles/queues/index.mdx` (with its pictures beside it) are the same piece. */
export const slugOf = (path: string): string =>
  path
    .replace(/\.mdx$/, '')
    .replace(/\/index$/, '')
    .split('/')
    .at(-1) ?? path

function readEntry<Schema extends z.ZodObject>(collection: Collection<Schema>, text: string) {
  const { body, outline, _raw, ...rest } = JSON.parse(text) as Generated
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('_')))
  const slug = slugOf(_raw.sourceFilePath)
  return {
    kind: collection.kind,
    slug,
    href: collection.href(slug),
    source: _raw.sourceFilePath,
    fields: collection.schema.parse(fields),
    code: body.code,
    outline: outline as Outline,
  }
}

/** Read documents, by file: read again only when the file has changed, which is what a preview needs. */
const knownFiles = new Map<string, { readonly stamp: number; readonly entry: StoredEntry<unknown> }>()

function entryOf<Schema extends z.ZodObject>(collection: Collection<Schema>, file: string) {
  const stamp = statSync(file).mtimeMs
  const known = knownFiles.get(file)
  if (known?.stamp === stamp) return known.entry as StoredEntry<z.infer<Schema>>
  const entry = readEntry(collection, readFileSync(file, 'utf8'))
  knownFiles.set(file, { stamp, entry })
  return entry as StoredEntry<z.infer<Schema>>
}

function filesOf(type: string): string[] {
  const folder = join(generated, type)
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== '_index.json')
      .map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** A preview shows everything; a build prints what is not a draft and whose day has come (in UTC). */
const isPublic = (fields: Scheduled): boolean =>
  process.env.NODE_ENV === 'development' || visibilityOn(todayInUtc(), fields) === 'public'

const readers = new Map<Collection, () => StoredEntry<unknown>[]>()

/** All public documents of a collection, by slug. */
export function entriesOf<Schema extends z.ZodObject>(collection: Collection<Schema>): StoredEntry<z.infer<Schema>>[] {
  const read = readers.get(collection) ?? remembered(() => readEntries(collection))
  readers.set(collection, read)
  return [...read()] as StoredEntry<z.infer<Schema>>[]
}

function readEntries<Schema extends z.ZodObject>(collection: Collection<Schema>): StoredEntry<z.infer<Schema>>[] {
  return (
    filesOf(collection.type)
      .map((file) => entryOf(collection, file))
      // Contentlayer leaves the compiled form of a deleted document behind.
      .filter((entry) => existsSync(join(written, entry.source)) && isPublic(entry.fields as Scheduled))
      .toSorted((a, b) => a.slug.localeCompare(b.slug))
  )
}

export function entryBySlug<Schema extends z.ZodObject>(collection: Collection<Schema>, slug: string) {
  const entry = entriesOf(collection).find((it) => it.slug === slug)
  if (!entry) throw new Error(`There is no ${collection.folder}/${slug}.mdx among the published documents.`)
  return entry
}
