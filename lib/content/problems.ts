import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, line, reference } from './fields'

export const problems = defineCollection({
  folder: 'problems',
  type: 'Problem',
  kind: 'problem',
  single: false,
  href: (it) => `/engineering/#${it}`,
  schema: z.strictObject({
    ...common,
    order: z.number().int().positive(),
    area: z.string(),
    symptom: line,
    remedy: line,
    evidence: z.array(reference),
  }),
})

export type Problem = EntryOf<typeof problems>
