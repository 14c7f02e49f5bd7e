import { z } from 'zod'
import { slug, slugOf, text } from './fields'

/** The words that documents may use: each file below `content/vocabulary/` is one list of them. */

export const categoriesSchema = z.array(z.strictObject({ slug, name: text(60), description: text(240) }))
export const tagsSchema = z.array(z.strictObject({ slug, name: text(60) }))
export const skillsSchema = z.array(z.strictObject({ slug, name: text(60), group: text(60) }))
export const seriesSchema = z.array(z.strictObject({ slug, name: text(90), description: text(240) }))
export const rolesSchema = z.array(
  z.strictObject({
    slug,
    title: text(60),
    looksFor: z.string().min(1, 'some text').max(700, 'at most 700 characters'),
    emphasises: z.array(slugOf('skill')),
  }),
)
export const termsSchema = z.record(slug, z.strictObject({ name: text(60), means: text(200) }))

export type Category = z.infer<typeof categoriesSchema>[number]
export type Tag = z.infer<typeof tagsSchema>[number]
export type Skill = z.infer<typeof skillsSchema>[number]
export type Series = z.infer<typeof seriesSchema>[number]
export type Role = z.infer<typeof rolesSchema>[number]
export type Term = { readonly slug: string } & z.infer<typeof termsSchema>[string]

export type VocabularyKind = 'category' | 'tag' | 'skill' | 'series' | 'role' | 'term'

/** Which file holds which words. Terms may be spread over several files: `terms.yaml`, `terms.payments.yaml`. */
export const vocabularyFiles: readonly {
  readonly kind: VocabularyKind
  readonly name: RegExp
  readonly file: string
  readonly schema: z.ZodType
}[] = [
  { kind: 'category', name: /^categories\.yaml$/, file: 'categories.yaml', schema: categoriesSchema },
  { kind: 'tag', name: /^tags\.yaml$/, file: 'tags.yaml', schema: tagsSchema },
  { kind: 'skill', name: /^skills\.yaml$/, file: 'skills.yaml', schema: skillsSchema },
  { kind: 'series', name: /^series\.yaml$/, file: 'series.yaml', schema: seriesSchema },
  { kind: 'role', name: /^roles\.yaml$/, file: 'roles.yaml', schema: rolesSchema },
  { kind: 'term', name: /^terms(?:\.[a-z0-9-]+)?\.yaml$/, file: 'terms.yaml', schema: termsSchema },
]
