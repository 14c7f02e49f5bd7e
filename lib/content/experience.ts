import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, month, order, slugOf } from './fields'
import { beginning } from './starters'

export const experience = defineCollection({
  folder: 'experience',
  type: 'Experience',
  kind: 'experience',
  single: false,
  href: (it) => `/experience/#${it}`,
  unique: 'order',
  schema: z.strictObject({
    ...common,
    from: month.describe('The first month, YYYY-MM.'),
    to: z.union([month, z.literal('present')], 'a month as YYYY-MM, or present').describe('The last month, YYYY-MM, or present.'),
    kind: z.enum(['employment', 'contract']).describe('employment or contract.'),
    order: order.describe('Its place in the list, the most recent first; no two share one.'),
    roles: z.array(slugOf('role')).default([]).describe('Slugs of content/vocabulary/roles.yaml for which this is evidence.'),
  }),
  begin: ({ today, next }) => ({
    summary: beginning.summary,
    from: today.slice(0, 7),
    to: 'present',
    kind: 'employment' as const,
    order: next,
  }),
})

export type Engagement = EntryOf<typeof experience>

export const inDisplayOrder = (all: readonly Engagement[]) => all.toSorted((a, b) => a.fields.order - b.fields.order)

export const engagementRow = projection<FieldsOf<typeof experience>>()('from', 'to', 'kind', 'order', 'roles', 'skills')
