import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, line, lines, reference } from './fields'

export const aiSystems = defineCollection({
  folder: 'ai-systems',
  type: 'AiSystem',
  kind: 'ai-system',
  single: false,
  href: (it) => `/engineering/#${it}`,
  schema: z.strictObject({
    ...common,
    order: z.number().int().positive(),
    does: lines,
    how: lines,
    tools: z.array(z.string()),
    fallback: line,
    evidence: z.array(reference),
  }),
})

export type AiSystem = EntryOf<typeof aiSystems>
