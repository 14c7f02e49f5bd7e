import { z } from 'zod'
import { figuresSchema } from './figure'

/**
 * Field types that several collections share. Lengths are limits of the pages that print them. A message says what
 * is allowed; what was found is added by the check. A description is the comment in a file made by `npm run new`
 * and the hint in an editor.
 */

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const slugHint = 'lower-case words, digits and single hyphens, such as rate-limiter'

export const slug = z.string().regex(slugPattern, slugHint)
export const day = z.iso.date('a day that exists, as YYYY-MM-DD')
export const monthHint = 'a month as YYYY-MM'
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, monthHint)
export const text = (most: number) => z.string().trim().min(1, 'some text').max(most, `at most ${most} characters`)
export const line = text(400)
export const lines = z.array(line)
export const order = z.number().int('a whole number').positive('a number from 1')

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

/** What a field names: its target must exist. `any` is a reference that carries its own kind. */
export type Target = ReferenceKind | 'any' | 'category' | 'tag' | 'series'
export const targets = z.registry<{ readonly names: Target }>()

/** A slug that must be one of that kind. Every use is an instance of its own, because the registry goes by instance. */
export const slugOf = (names: Target) => z.string().regex(slugPattern, slugHint).register(targets, { names })

/** What a field names, also where it may hold an address instead. */
export function targetOf(schema: unknown): Target | undefined {
  const options = schema instanceof z.ZodUnion ? schema.options : [schema]
  return options.map((it) => targets.get(it as z.ZodType)?.names).find((it) => it !== undefined)
}

const referenceHint = `a reference such as project:fraud-detection (${referenceKinds.join(', ')})`

/** `project:fraud-detection`: whether that exists is checked when all documents have been read. */
export const reference = z
  .string()
  .regex(new RegExp(`^(?:${referenceKinds.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`), referenceHint)
  .register(targets, { names: 'any' })

const secureAddress = z.url({ protocol: /^https$/, error: 'an https address' })

const quantity = z.strictObject({
  value: z.number(),
  unit: z.string().max(12, 'at most 12 characters'),
  comparator: z.enum(['under', 'about', 'over', 'exactly']).default('exactly'),
})
export type Quantity = z.infer<typeof quantity>

export const claim = z
  .strictObject({
    id: slug,
    metric: text(80),
    before: quantity.optional(),
    after: quantity.optional(),
    change: quantity.optional(),
    result: text(120).optional(),
    method: z
      .string()
      .min(40, 'how it was measured, in 40 to 400 characters')
      .max(400, 'how it was measured, in 40 to 400 characters'),
    evidence: z.union([reference, secureAddress], 'a reference such as case-study:fraud-detection, or an https address'),
    verified: day,
  })
  .refine(
    (it) => [it.after, it.change, it.result].filter(Boolean).length === 1,
    'exactly one of after, change and result says what came of it',
  )
  .refine((it) => !it.before || it.after, 'a claim with before also needs after')
export type Claim = z.infer<typeof claim>

const decisionNumber = z.string().regex(/^D\d+$/, 'a number such as D1')

export const decision = z.strictObject({
  id: decisionNumber,
  title: text(90),
  because: line,
  price: line,
  date: day,
  status: z.enum(['proposed', 'accepted', 'superseded']),
  supersededBy: decisionNumber.optional(),
})
export type Decision = z.infer<typeof decision>

export const brief = z
  .array(z.string().min(10, 'a sentence of 10 to 320 characters').max(320, 'a sentence of 10 to 320 characters'))
  .min(3, 'three to five sentences')
  .max(5, 'three to five sentences')
  .describe('Three to five sentences that can be read instead of the whole.')

/** A path that no page has any more. */
const formerAddress = z
  .string()
  .regex(/^\/(?:[a-z0-9-]+\/)+$/, 'a path of lower-case words with a slash at both ends, such as /writing/old-name/')

/** What every document may carry, whatever its collection. */
export const common = {
  title: text(90).describe('The heading of its page, at most 90 characters.'),
  summary: text(240).describe('One or two plain sentences, at most 240 characters; search engines show it.'),
  draft: z.boolean().default(false).describe('true: in the preview only, nowhere in the built site.'),
  publishAt: day.optional().describe('The day (UTC) from which a build prints it.'),
  related: z.array(reference).default([]).describe('References such as project:fraud-detection.'),
  skills: z.array(slugOf('skill')).default([]).describe('Slugs of content/vocabulary/skills.yaml.'),
  claims: z
    .array(claim)
    .default([])
    .describe('Measured results: id, metric, before and after (or change, or result), method, evidence, verified.'),
  figures: figuresSchema.default({}).describe('Figures as data; <Figure id="…" /> places one.'),
  aliases: z
    .array(formerAddress)
    .default([])
    .describe('Addresses that it had before, such as /writing/old-name/: hosts lead them here.'),
}
