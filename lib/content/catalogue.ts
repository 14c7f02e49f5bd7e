import type { ZodObject } from 'zod'
import type { Collection } from './collection'
import { collections } from './collections'
import type { Claim, ReferenceKind } from './fields'
import { entryNumber } from './projects'
import { remembered } from './remember'
import { hrefOfLab, hrefOfWord, labs, labTitles } from './routes'
import { entriesOf } from './store'
import { roles, skills } from './vocabulary'

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
  readonly related: readonly string[]
  readonly evidence?: readonly string[]
  readonly project?: string
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

function listCollection(collection: Collection<ZodObject>): Listed[] {
  const { kind } = collection
  if (kind === 'profile') return []
  return entriesOf(collection).map(({ slug, href, code, fields: anyFields }) => {
    const fields = anyFields as unknown as Fields
    const own = `${kind}:${slug}`
    const evidence = fields.claims.map((it) => it.evidence).filter((it) => !it.startsWith('https:'))
    const names = [...fields.related, ...(fields.evidence ?? []), ...evidence]
    return {
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
      names: [...new Set(fields.project ? [...names, `project:${fields.project}`] : names)].filter((it) => it !== own),
      links: linksIn(code),
      hasCode: code.includes('"code-language"'),
    }
  })
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

const words = (): Listed[] => [
  ...labs.map((slug, index) =>
    wordEntry({ kind: 'lab', slug, href: hrefOfLab(slug), title: labTitles[slug], summary: '', number: `[L${index + 1}]` }),
  ),
  ...skills().map(({ slug, name, group }) => wordEntry({ kind: 'skill', slug, href: hrefOfWord.skill(slug), title: name, summary: group })),
  ...roles().map(({ slug, title }) => wordEntry({ kind: 'role', slug, href: hrefOfWord.role(slug), title, summary: '' })),
]

/** Everything public that a reference can name, by its reference. */
export const catalogue = remembered(
  (): ReadonlyMap<string, Listed> =>
    new Map([...collections.flatMap(listCollection), ...words()].map((it) => [it.reference, it])),
)

/** What is not public, or not there, resolves to nothing: a page never links to it. */
export const resolve = (reference: string): Listed | undefined => catalogue().get(reference)

export const resolveAll = (references: readonly string[]): Listed[] => references.flatMap((it) => resolve(it) ?? [])
