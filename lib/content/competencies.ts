import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, lines, order } from './fields'
import { beginning } from './starters'

export const competencies = defineCollection({
  folder: 'competencies',
  type: 'Competency',
  kind: 'competency',
  single: false,
  href: (it) => `/engineering/#${it}`,
  unique: 'order',
  schema: z.strictObject({
    ...common,
    order: order.describe('Its place on the page; no two share one.'),
    terms: lines.describe('What belongs to it, in a few words each.'),
  }),
  begin: ({ next }) => ({ summary: beginning.summary, order: next, terms: [] }),
})

export type Competency = EntryOf<typeof competencies>

export const competencyRow = projection<FieldsOf<typeof competencies>>()('order', 'terms')
