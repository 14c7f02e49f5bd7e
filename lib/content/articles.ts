import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { brief, common, day, line, order, reference, slugOf } from './fields'
import { beginning } from './starters'

export const articles = defineCollection({
  folder: 'articles',
  type: 'Article',
  kind: 'article',
  single: false,
  href: (it) => `/writing/${it}/`,
  schema: z.strictObject({
    ...common,
    date: day.describe('The day it was first published, YYYY-MM-DD.'),
    updated: day.optional().describe('The day of the last change that a reader should know of.'),
    changes: z
      .array(z.strictObject({ date: day, what: line }))
      .default([])
      .describe('What changed and when, newest first.'),
    category: slugOf('category').describe('One of content/vocabulary/categories.yaml.'),
    tags: z
      .array(slugOf('tag'))
      .min(2, 'two to five tags')
      .max(5, 'two to five tags')
      .describe('Two to five of content/vocabulary/tags.yaml.'),
    kind: z.enum(['article', 'deep-dive']).describe('article or deep-dive.'),
    series: z
      .strictObject({ id: slugOf('series'), part: order })
      .optional()
      .describe('Of content/vocabulary/series.yaml: { id: …, part: 1 }.'),
    supersededBy: reference.optional().describe('The piece to read instead of this one.'),
    brief,
    terms: z.array(slugOf('term')).default([]).describe('Terms of art that it explains, of content/vocabulary/terms.yaml.'),
  }),
  begin: ({ today, categories, tags }) => ({
    summary: beginning.summary,
    date: today,
    category: categories[0] ?? 'a-category',
    tags: tags.slice(0, 2),
    kind: 'article' as const,
    brief: [...beginning.brief],
  }),
})

export type Article = EntryOf<typeof articles>

/** Newest first; pieces of one day by name, so that the order is the same on every machine. */
export const newestFirst = <It extends { slug: string; fields: { date: string } }>(all: readonly It[]) =>
  all.toSorted((a, b) => b.fields.date.localeCompare(a.fields.date) || a.slug.localeCompare(b.slug))

const project = projection<FieldsOf<typeof articles>>()
export const articleRow = project('date', 'category', 'tags', 'kind')
export const articleCard = project('date', 'updated', 'category', 'tags', 'kind', 'series', 'brief')
