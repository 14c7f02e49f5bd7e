import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, slug } from './fields'

export const projects = defineCollection({
  folder: 'projects',
  type: 'Project',
  kind: 'project',
  single: false,
  href: (it) => `/projects/${it}/`,
  schema: z.strictObject({
    ...common,
    entry: z.number().int().positive(),
    is: z.string().max(200),
    language: z.string().max(20),
    kind: z.enum(['system', 'pattern', 'study', 'experiment', 'tool']),
    domain: z.enum(['ai', 'data', 'platform', 'payments', 'reliability', 'multi-tenant']),
    tags: z.array(z.string()),
    stack: z.array(z.string()),
    roles: z.array(slug).default([]),
    caseStudy: z.boolean().default(false),
    repository: z.url({ protocol: /^https$/ }).optional(),
  }),
})

export type Project = EntryOf<typeof projects>

export const byEntryNumber = (all: readonly Project[]) => all.toSorted((a, b) => a.fields.entry - b.fields.entry)

/** The number in the margin: two digits in brackets, the same for ever. */
export const entryNumber = (entry: number | string) => `[${String(entry).padStart(2, '0')}]`
