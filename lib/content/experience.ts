import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, month, slug } from './fields'

export const experience = defineCollection({
  folder: 'experience',
  type: 'Experience',
  kind: 'experience',
  single: false,
  href: (it) => `/experience/#${it}`,
  schema: z.strictObject({
    ...common,
    from: month,
    to: z.union([month, z.literal('present')]),
    kind: z.enum(['employment', 'contract']),
    order: z.number().int().positive(),
    roles: z.array(slug).default([]),
  }),
})

export type Engagement = EntryOf<typeof experience>

export const inDisplayOrder = (all: readonly Engagement[]) => all.toSorted((a, b) => a.fields.order - b.fields.order)
