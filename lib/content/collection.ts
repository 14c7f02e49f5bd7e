import type { z } from 'zod'
import type { ReferenceKind } from './fields'

type Fields = Readonly<Record<string, unknown>>

/** What `npm run new` knows when it begins a file. */
export type Beginning = {
  readonly title: string
  readonly slug: string
  readonly today: string
  /** One more than the highest in use, for the field in `unique`. */
  readonly next: number
  readonly categories: readonly string[]
  readonly tags: readonly string[]
  readonly projects: readonly string[]
}

/** One kind of document: where its files lie, how a reference names it, which page shows it, what its front matter may hold. */
export type Collection<Schema extends z.ZodObject = z.ZodObject> = {
  /** The folder below `content/`, or the file itself where there is only one document. */
  readonly folder: string
  /** The name of the generated type and of its folder below `.contentlayer/generated`. */
  readonly type: string
  readonly kind: ReferenceKind | 'profile'
  readonly single: boolean
  readonly schema: Schema
  readonly href: (slug: string) => string
  /** A number that no two documents share. */
  readonly unique?: string
  /** Figures that the page draws by itself, without a <Figure /> in the text. */
  draws?(fields: z.infer<Schema>): readonly string[]
  /** The fields of a new file: they pass the check as they are. */
  begin?(beginning: Beginning): Omit<z.input<Schema>, 'title' | 'draft'>
}

export function defineCollection<Schema extends z.ZodObject>(it: Collection<Schema>): Collection<Schema> {
  return it
}

/** A document as the pages see it: its fields, checked, and its body as compiled MDX. */
export type Entry<Fields> = {
  readonly slug: string
  readonly href: string
  readonly source: string
  readonly fields: Fields
  readonly code: string
}

export type FieldsOf<C> = C extends Collection<infer Schema> ? z.infer<Schema> : never
export type EntryOf<C> = Entry<FieldsOf<C>>

/** What a list shows of a document: some of its fields, never its body, so that no list page carries whole pieces. */
export type Row<All extends Fields, Name extends keyof All> = Pick<All, Name | 'title' | 'summary'> & {
  readonly slug: string
  readonly href: string
}

export function projection<All extends Fields & { title: string; summary: string }>() {
  return <const Name extends keyof All>(...names: readonly Name[]) =>
    ({ slug, href, fields }: Pick<Entry<All>, 'slug' | 'href' | 'fields'>): Row<All, Name> => {
      const picked = ['title', 'summary', ...names].map((name) => [name, fields[name as keyof All]])
      return { slug, href, ...(Object.fromEntries(picked) as Pick<All, Name | 'title' | 'summary'>) }
    }
}
