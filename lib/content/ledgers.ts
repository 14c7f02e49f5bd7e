import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { brief, common, decision, line, slug, text } from './fields'
import { beginning } from './starters'

const postMortem = z.strictObject({
  id: z.string().regex(/^P\d+$/, 'a number such as P1'),
  issue: line,
  fix: line,
  figure: slug.optional(),
})

export const ledgers = defineCollection({
  folder: 'ledgers',
  type: 'Ledger',
  kind: 'ledger',
  single: false,
  href: (it) => `/ledgers/${it}/`,
  unique: 'entry',
  schema: z.strictObject({
    ...common,
    entry: z
      .string()
      .regex(/^A\d+$/, 'a number such as A1')
      .describe('Its number in the index, such as A7; no two ledgers share one.'),
    category: text(60).describe('What kind of system it is.'),
    system: text(90).describe('The name of the system.'),
    role: text(90).describe('My part in it.'),
    is: line.describe('What it is, in one line.'),
    style: text(60).describe('Architecture style.'),
    consistency: line.describe('What is consistent with what, and when.'),
    scaleVector: line.describe('What grows.'),
    modules: z.array(z.strictObject({ id: slug, name: text(60), does: line })).describe('id, name, does.'),
    structure: line.describe('How the modules stand to each other.'),
    rationale: line.describe('Why it is so.'),
    decisions: z.array(decision).describe('id D1, title, because, price, date, status; superseded needs supersededBy.'),
    postMortem: z.array(postMortem).describe('id P1, issue, fix; figure: the id of a figure that shows it.'),
    performance: z.array(z.strictObject({ what: text(90), how: line })).describe('what, how.'),
    scalability: z.array(z.strictObject({ step: text(90), trigger: line, then: line })).describe('step, trigger, then.'),
    roadmap: z
      .array(z.strictObject({ what: text(90), why: line, when: z.enum(['next', 'later', 'when needed']) }))
      .describe('what, why, when (next, later, when needed).'),
    thesis: line.describe('What this ledger says, in a sentence.'),
    brief,
  }),
  draws: ({ postMortem: items }) => ['topology', ...items.flatMap((it) => it.figure ?? [])],
  begin: ({ title, next }) => ({
    summary: beginning.summary,
    entry: `A${next}`,
    category: 'Web application',
    system: title,
    role: 'Engineer',
    is: beginning.line,
    style: 'Modular monolith',
    consistency: beginning.line,
    scaleVector: beginning.line,
    modules: [],
    structure: beginning.line,
    rationale: beginning.line,
    decisions: [],
    postMortem: [],
    performance: [],
    scalability: [],
    roadmap: [],
    thesis: beginning.line,
    brief: [...beginning.brief],
  }),
})

export type Ledger = EntryOf<typeof ledgers>

export const byLedgerNumber = (all: readonly Ledger[]) =>
  all.toSorted((a, b) => Number(a.fields.entry.slice(1)) - Number(b.fields.entry.slice(1)))

const project = projection<FieldsOf<typeof ledgers>>()
export const ledgerRow = project('entry', 'category', 'is', 'style')
export const ledgerCard = project('entry', 'category', 'is', 'style', 'consistency', 'scaleVector', 'thesis')
