import type { z } from 'zod'
import type { ReferenceKind } from './fields'

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
