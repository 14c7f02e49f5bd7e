import { z } from 'zod'

/** Field types that several collections share. Lengths are limits of the pages that print them. */

export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower case words joined by hyphens')
export const day = z.iso.date()
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month as YYYY-MM')
export const line = z.string().trim().min(1).max(400)
export const lines = z.array(line)

export const referenceKinds = [
  'project',
  'case-study',
  'ledger',
  'article',
  'report',
  'faq',
  'role',
  'skill',
  'term',
  'problem',
  'ai-system',
  'competency',
  'experience',
  'page',
  'lab',
] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** `project:fraud-detection`: what it names is checked in references.ts. */
export const reference = z
  .string()
  .regex(
    new RegExp(`^(?:${referenceKinds.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`),
    'a reference such as project:fraud-detection',
  )

const quantity = z.strictObject({
  value: z.number(),
  unit: z.string().max(12),
  comparator: z.enum(['under', 'about', 'over', 'exactly']).default('exactly'),
})
export type Quantity = z.infer<typeof quantity>

export const claim = z
  .strictObject({
    id: slug,
    metric: z.string().max(80),
    before: quantity.optional(),
    after: quantity.optional(),
    change: quantity.optional(),
    result: z.string().max(120).optional(),
    method: z.string().min(40).max(400),
    evidence: z.union([reference, z.url({ protocol: /^https$/ })]),
    verified: day,
  })
  .refine((it) => [it.after, it.change, it.result].filter(Boolean).length === 1, {
    message: 'exactly one of after, change or result',
  })
export type Claim = z.infer<typeof claim>

export const decision = z.strictObject({
  id: z.string().regex(/^D\d+$/, 'a number such as D1'),
  title: z.string().max(90),
  because: line,
  price: line,
  date: day,
  status: z.enum(['proposed', 'accepted', 'superseded']),
  supersededBy: z.string().regex(/^D\d+$/).optional(),
})
export type Decision = z.infer<typeof decision>

export const brief = z.array(z.string().min(10).max(320)).min(3).max(5)

/** What every document may carry, whatever its collection. */
export const common = {
  title: z.string().trim().min(1).max(90),
  summary: z.string().trim().min(1).max(240),
  draft: z.boolean().default(false),
  publishAt: day.optional(),
  related: z.array(reference).default([]),
  skills: z.array(slug).default([]),
  claims: z.array(claim).default([]),
  figures: z.record(slug, z.unknown()).default({}),
}
