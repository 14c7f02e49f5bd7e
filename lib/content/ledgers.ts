import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { brief, common, decision, line, slug } from './fields'

export const ledgers = defineCollection({
  folder: 'ledgers',
  type: 'Ledger',
  kind: 'ledger',
  single: false,
  href: (it) => `/ledgers/${it}/`,
  schema: z.strictObject({
    ...common,
    entry: z.string().regex(/^A\d+$/, 'a number such as A1'),
    category: z.string(),
    system: z.string(),
    role: z.string(),
    is: line,
    style: z.string().max(60),
    consistency: line,
    scaleVector: line,
    modules: z.array(z.strictObject({ id: slug, name: z.string(), does: line })),
    structure: line,
    rationale: line,
    decisions: z.array(decision),
    postMortem: z.array(z.strictObject({ id: z.string().regex(/^P\d+$/, 'a number such as P1'), issue: line, fix: line, figure: slug.optional() })),
    performance: z.array(z.strictObject({ what: z.string(), how: line })),
    scalability: z.array(z.strictObject({ step: z.string(), trigger: line, then: line })),
    roadmap: z.array(
      z.strictObject({ what: z.string(), why: line, when: z.enum(['next', 'later', 'when needed']) }),
    ),
    thesis: line,
    brief,
  }),
})

export type Ledger = EntryOf<typeof ledgers>

export const byLedgerNumber = (all: readonly Ledger[]) =>
  all.toSorted((a, b) => Number(a.fields.entry.slice(1)) - Number(b.fields.entry.slice(1)))
