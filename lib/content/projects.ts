import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { common, order, slugOf, text } from './fields'
import { beginning } from './starters'

export const projects = defineCollection({
  folder: 'projects',
  type: 'Project',
  kind: 'project',
  single: false,
  href: (it) => `/projects/${it}/`,
  unique: 'entry',
  schema: z.strictObject({
    ...common,
    entry: order.describe('Its number in the index; no two projects share one.'),
    is: text(200).describe('What it is, in one line.'),
    language: text(20).describe('The main language.'),
    kind: z.enum(['system', 'pattern', 'study', 'experiment', 'tool']).describe('system, pattern, study, experiment or tool.'),
    domain: z
      .enum(['ai', 'data', 'platform', 'payments', 'reliability', 'multi-tenant'])
      .describe('ai, data, platform, payments, reliability or multi-tenant.'),
    tags: z.array(text(40)).describe('Subjects, in plain words.'),
    stack: z.array(text(40)).describe('What it is made with, by name.'),
    roles: z.array(slugOf('role')).default([]).describe('Slugs of content/vocabulary/roles.yaml for which this is evidence.'),
    caseStudy: z.boolean().default(false).describe('true when there is a case study of it.'),
    repository: z
      .url({ protocol: /^https$/, error: 'an https address' })
      .optional()
      .describe('Where its code can be read.'),
  }),
  begin: ({ next }) => ({
    summary: beginning.summary,
    entry: next,
    is: beginning.line,
    language: 'TypeScript',
    kind: 'system' as const,
    domain: 'platform' as const,
    tags: [],
    stack: ['TypeScript'],
  }),
})

export type Project = EntryOf<typeof projects>

export const byEntryNumber = (all: readonly Project[]) => all.toSorted((a, b) => a.fields.entry - b.fields.entry)

/** The number in the margin: two digits in brackets, the same for ever. */
export const entryNumber = (entry: number | string) => `[${String(entry).padStart(2, '0')}]`

const project = projection<FieldsOf<typeof projects>>()
export const projectRow = project('entry', 'is', 'language', 'kind', 'domain')
export const projectCard = project('entry', 'is', 'language', 'kind', 'domain', 'stack', 'tags', 'roles')
