import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, line, order } from './fields'
import { beginning } from './starters'

export const faqs = defineCollection({
  folder: 'faqs',
  type: 'Faq',
  kind: 'faq',
  single: false,
  href: (it) => `/faq/#${it}`,
  unique: 'order',
  schema: z.strictObject({
    ...common,
    order: order.describe('Its place on the page; no two share one.'),
    short: line.describe('The answer in one or two sentences.'),
  }),
  begin: ({ next }) => ({ summary: beginning.summary, order: next, short: beginning.line }),
})

export type Faq = EntryOf<typeof faqs>

export const faqRow = projection<FieldsOf<typeof faqs>>()('order', 'short')
