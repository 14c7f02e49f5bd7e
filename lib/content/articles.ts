import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { brief, common, day, line, slug } from './fields'

export const articles = defineCollection({
  folder: 'articles',
  type: 'Article',
  kind: 'article',
  single: false,
  href: (it) => `/writing/${it}/`,
  schema: z.strictObject({
    ...common,
    date: day,
    updated: day.optional(),
    changes: z.array(z.strictObject({ date: day, what: line })).default([]),
    category: slug,
    tags: z.array(slug).min(2).max(5),
    kind: z.enum(['article', 'deep-dive']),
    series: z.strictObject({ id: slug, part: z.number().int().positive() }).optional(),
    brief,
    terms: z.array(slug).default([]),
  }),
})

export type Article = EntryOf<typeof articles>

/** Newest first; pieces of one day by name, so that the order is the same on every machine. */
export const newestFirst = <It extends { slug: string; fields: { date: string } }>(all: readonly It[]) =>
  all.toSorted((a, b) => b.fields.date.localeCompare(a.fields.date) || a.slug.localeCompare(b.slug))
