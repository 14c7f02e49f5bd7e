import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common, line, lines, slugOf, text } from './fields'

export const profiles = defineCollection({
  folder: 'profile.mdx',
  type: 'Profile',
  kind: 'profile',
  single: true,
  href: () => '/',
  schema: z.strictObject({
    ...common,
    name: text(60).describe('Your name.'),
    /** True until the owner has put their own facts in: the site is then not indexed and the launch check fails. */
    sample: z.boolean().default(false).describe('true while these are the facts of somebody made up.'),
    /** True until what the sample has written is gone or all the owner's. */
    sampleContent: z.boolean().default(false).describe('true while documents tell of somebody made up.'),
    site: z
      .url({ protocol: /^https?$/, error: 'the address of the site, such as https://example.org' })
      .optional()
      .describe('Where the site will live.'),
    role: text(60).describe('What you are, in a few words.'),
    focusLine: lines,
    statement: text(160).describe('The first sentence of the site.'),
    stance: line,
    experience: z.strictObject({ years: text(12), of: line }),
    scaleClaim: line,
    specialisesIn: lines,
    openTo: lines,
    availableFor: line,
    worksEndToEnd: lines,
    background: line,
    lifecycle: line,
    howIWork: z.array(z.strictObject({ rule: text(60), why: line })),
    focusAreas: z.array(z.strictObject({ area: text(60), terms: lines, text: line })),
    stack: z.array(
      z.strictObject({
        group: text(60),
        tools: z.array(z.strictObject({ name: text(60), note: line.optional(), skill: slugOf('skill').optional() })),
      }),
    ),
    contact: z.strictObject({ email: z.email('an e-mail address'), repliesWithin: line, topics: lines }),
    links: z
      .array(z.strictObject({ label: text(40), url: z.url({ protocol: /^https$/, error: 'an https address' }) }))
      .default([]),
    location: line.optional(),
    languages: lines.default([]),
  }),
})

export type Profile = EntryOf<typeof profiles>['fields']
