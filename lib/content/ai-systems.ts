import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, line, lines, order, reference, text } from './fields'
import { beginning } from './starters'

export const aiSystems = defineCollection({
  folder: 'ai-systems',
  type: 'AiSystem',
  kind: 'ai-system',
  single: false,
  href: (it) => `/engineering/#${it}`,
  unique: 'order',
  schema: z.strictObject({
    ...common,
    order: order.describe('Its place on the page; no two share one.'),
    does: lines.describe('What it does.'),
    how: lines.describe('How it does it.'),
    tools: z.array(text(60)).describe('What it is made with.'),
    fallback: line.describe('What happens when the model is wrong, slow or away.'),
    evidence: z.array(reference).describe('References to where it can be seen.'),
  }),
  begin: ({ next }) => ({
    summary: beginning.summary,
    order: next,
    does: [],
    how: [],
    tools: [],
    fallback: beginning.line,
    evidence: [],
  }),
})

export type AiSystem = EntryOf<typeof aiSystems>

export const aiSystemRow = projection<FieldsOf<typeof aiSystems>>()('order', 'does', 'tools', 'fallback')
