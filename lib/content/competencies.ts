import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, lines } from './fields'

export const competencies = defineCollection({
  folder: 'competencies',
  type: 'Competency',
  kind: 'competency',
  single: false,
  href: (it) => `/engineering/#${it}`,
  schema: z.strictObject({ ...common, order: z.number().int().positive(), terms: lines }),
})

export type Competency = EntryOf<typeof competencies>
