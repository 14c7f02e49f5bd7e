import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, line, order, reference, text } from './fields'
import { beginning } from './starters'

export const problems = defineCollection({
  folder: 'problems',
  type: 'Problem',
  kind: 'problem',
  single: false,
  href: (it) => `/engineering/#${it}`,
  unique: 'order',
  schema: z.strictObject({
    ...common,
    order: order.describe('Its place on the page; no two share one.'),
    area: text(60).describe('The field it belongs to.'),
    symptom: line.describe('What was noticed.'),
    remedy: line.describe('What helped.'),
    evidence: z.array(reference).describe('References to where it can be seen.'),
  }),
  begin: ({ next }) => ({
    summary: beginning.summary,
    order: next,
    area: 'Reliability',
    symptom: beginning.line,
    remedy: beginning.line,
    evidence: [],
  }),
})

export type Problem = EntryOf<typeof problems>

export const problemRow = projection<FieldsOf<typeof problems>>()('order', 'area', 'symptom', 'remedy', 'evidence')
