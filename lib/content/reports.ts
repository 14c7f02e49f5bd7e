import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { brief, common, day } from './fields'

export const reports = defineCollection({
  folder: 'reports',
  type: 'Report',
  kind: 'report',
  single: false,
  href: (it) => `/reports/${it}/`,
  schema: z.strictObject({
    ...common,
    date: day,
    year: z.number().int(),
    number: z.number().int().positive(),
    abstract: z.string().max(1600),
    tags: z.array(z.string()),
    brief,
  }),
})

export type Report = EntryOf<typeof reports>
