import type { Collection, Entry } from './collection'
import { collections } from './collections'
import { type Claim, type ReferenceKind, targetOf } from './fields'
import { entryNumber } from './projects'
import { remembered } from './remember'
import { hrefOfLab, hrefOfWord, labs, labTitles } from './routes'
import { leaves } from './schema-walk'
import { entriesOf } from './store'
import { roles, skills } from './vocabulary'
import type { Role, Skill } from './vocabulary-schema'

/** A published thing as other pages speak of it: how to call it, where it stands, what it is evidence for. */
export type Listed = {
  readonly reference: string
  readonly kind: ReferenceKind
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly summary: string
  /** What stands in the margin: [03], [A1], [L2]. */
  readonly number: string | undefined
  readonly date: string | undefined
  readonly skills: readonly string[]
  readonly tags: readonly string[]
  readonly claims: readonly Claim[]
  /** References that it makes, in its fields and by the links in its text. */
  readonly names: readonly string[]
  readonly links: readonly string[]
  /** Whether code stands in its text. */
  readonly hasCode: boolean
}

export const kindNames: Readonly<Record<ReferenceKind, string>> = {
  project: 'Project',
  'case-study': 'Case study',
  ledger: 'Ledger',
  article: 'Article',
  report: 'Report',
  faq: 'Question',
  role: 'Role',
  skill: 'Skill',
  term: 'Term',
  problem: 'Problem solved',
  'ai-system': 'AI in production',
  competency: 'Competency',
  experience: 'Engagement',
  page: 'Page',
  lab: 'Instrument',
}

const plurals: Partial<Record<ReferenceKind, string>> = {
  'case-study': 'case studies',
  problem: 'problems solved',
  'ai-system': 'AI systems',
  competency: 'competencies',
}

/** `2 case studies`. */
export function countedKind(kind: ReferenceKind, count: number): string {
  const one = kind === 'ai-system' ? 'AI system' : kindNames[kind].toLowerCase()
  return `${count} ${count === 1 ? one : (plurals[kind] ?? `${one}s`)}`
}

/** What the fields of the different collections have in common, as far as a list needs it. */
type Fields = {
  readonly title: string
  readonly summary: string
  readonly skills: readonly string[]
  readonly claims: readonly Claim[]
  readonly tags?: readonly string[]
  readonly date?: string
  readonly entry?: number | string
  readonly number?: number
}

const linkInCode = /href:"(\/[^"]*)"/g
const linksIn = (code: string): string[] => [...code.matchAll(linkInCode)].flatMap(([, href]) => href ?? [])

function numberOf(kind: ReferenceKind, { entry, number }: Fields): string | undefined {
  if (kind === 'project' && entry !== undefined) return entryNumber(entry)
  if (kind === 'ledger' && entry !== undefined) return `[${entry}]`
  return kind === 'report' && number !== undefined ? `[R${number}]` : undefined
}

/** Words that a piece is filed under say what it is; they are not things that it speaks of. */
const filedUnder: readonly string[] = ['skill', 'role', 'term', 'category', 'tag', 'series']

/** What the fields refer to, read off the schema: a field of a collection to come is not forgotten. */
function* namesIn({ schema }: Collection, fields: Fields): Generator<string> {
  for (const leaf of leaves(schema, fields)) {
    const target = targetOf(leaf.schema)
    if (!target || typeof leaf.value !== 'string' || filedUnder.includes(target)) continue
    if (target !== 'any') yield `${target}:${leaf.value}`
    else if (!leaf.value.startsWith('https:')) yield leaf.value
  }
}

/** A document as other pages speak of it; the profile is spoken of by every page. */
function listedOf(collection: Collection, { slug, href, code, fields: anyFields }: Entry<unknown>): Listed[] {
  const { kind } = collection
  if (kind === 'profile') return []
  const fields = anyFields as Fields
  const own = `${kind}:${slug}`
  return [
    {
      reference: own,
      kind,
      slug,
      href,
      title: fields.title,
      summary: fields.summary,
      number: numberOf(kind, fields),
      date: fields.date,
      skills: fields.skills,
      tags: fields.tags ?? [],
      claims: fields.claims,
      names: [...new Set(namesIn(collection, fields))].filter((it) => it !== own),
      links: linksIn(code),
      hasCode: code.includes('"code-language"'),
    },
  ]
}

type Word = Pick<Listed, 'kind' | 'slug' | 'href' | 'title' | 'summary'> & { readonly number?: string }

const wordEntry = (it: Word): Listed => ({
  number: undefined,
  ...it,
  reference: `${it.kind}:${it.slug}`,
  date: undefined,
  skills: [],
  tags: [],
  claims: [],
  names: [],
  links: [],
  hasCode: false,
})

type Words = { readonly skills: readonly Skill[]; readonly roles: readonly Role[] }

const wordsOf = ({ skills, roles }: Words): Listed[] => [
  ...labs.map((slug, index) =>
    wordEntry({ kind: 'lab', slug, href: hrefOfLab(slug), title: labTitles[slug], summary: '', number: `[L${index + 1}]` }),
  ),
  ...skills.map(({ slug, name, group }) =>
    wordEntry({ kind: 'skill', slug, href: hrefOfWord.skill(slug), title: name, summary: group }),
  ),
  ...roles.map(({ slug, title }) => wordEntry({ kind: 'role', slug, href: hrefOfWord.role(slug), title, summary: '' })),
]

type Shown = { readonly collection: Collection; readonly entries: readonly Entry<unknown>[] }

/** Everything that a reference can name, by its reference. */
export function catalogueOf(shown: readonly Shown[], words: Words): ReadonlyMap<string, Listed> {
  const documents = shown.flatMap(({ collection, entries }) => entries.flatMap((it) => listedOf(collection, it)))
  return new Map([...documents, ...wordsOf(words)].map((it) => [it.reference, it]))
}

/** The same of what this build publishes. */
export const catalogue = remembered(() =>
  catalogueOf(
    collections.map((it) => ({ collection: it, entries: entriesOf(it) })),
    { skills: skills(), roles: roles() },
  ),
)

/** What is not public, or not there, resolves to nothing: a page never links to it. */
export const resolve = (reference: string): Listed | undefined => catalogue().get(reference)

export const resolveAll = (references: readonly string[]): Listed[] => references.flatMap((it) => resolve(it) ?? [])
