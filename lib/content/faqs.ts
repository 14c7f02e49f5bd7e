import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, line } from './fields'

export const faqs = defineCollection({
  folder: 'faqs',
  type: 'Faq',
  kind: 'faq',
  single: false,
  href: (it) => `/faq/#${it}`,
  schema: z.strictObject({ ...common, order: z.number().int().positive(), short: line }),
})

export type Faq = EntryOf<typeof faqs>
