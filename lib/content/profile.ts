import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, line, lines, slug } from './fields'

export const profiles = defineCollection({
  folder: 'profile.mdx',
  type: 'Profile',
  kind: 'profile',
  single: true,
  href: () => '/',
  schema: z.strictObject({
    ...common,
    name: z.string().min(1).max(60),
    /** True until the owner has put their own facts in: the site is then not indexed and the launch check fails. */
    sample: z.boolean().default(false),
    site: z.url({ protocol: /^https?$/ }).optional(),
    role: z.string().max(60),
    focusLine: lines,
    statement: z.string().max(160),
    stance: line,
    experience: z.strictObject({ years: z.string(), of: line }),
    scaleClaim: line,
    specialisesIn: lines,
    openTo: lines,
    availableFor: line,
    worksEndToEnd: lines,
    background: line,
    lifecycle: line,
    howIWork: z.array(z.strictObject({ rule: z.string().max(60), why: line })),
    focusAreas: z.array(z.strictObject({ area: z.string(), terms: lines, text: line })),
    stack: z.array(
      z.strictObject({
        group: z.string(),
        tools: z.array(z.strictObject({ name: z.string(), note: line.optional(), skill: slug.optional() })),
      }),
    ),
    contact: z.strictObject({ email: z.email(), repliesWithin: line, topics: lines }),
    links: z.array(z.strictObject({ label: z.string(), url: z.url() })).default([]),
    location: line.optional(),
    languages: lines.default([]),
  }),
})

export type Profile = EntryOf<typeof profiles>['fields']
