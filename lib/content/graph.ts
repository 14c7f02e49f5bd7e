import { z } from 'zod'
import type { Entry } from './collection'
import { collections } from './collections'
import { type Claim, type ReferenceKind, type Target, targets } from './fields'
import { hrefOfLab, hrefOfWord, labs, labTitles } from './routes'
import { leaves } from './schema-walk'

/** What a reference comes to: enough for a link, never the whole document. */
export type Linked = {
  readonly kind: ReferenceKind | 'profile'
  readonly slug: string
  readonly title: string
  /** Terms have no page of their own. */
  readonly href: string | undefined
  readonly summary: string | undefined
}

export type AnyEntry = Entry<Readonly<Record<string, unknown>>>

type NamedWord = { readonly slug: string; readonly name: string; readonly means?: string }
export type GraphWords = { readonly skills: readonly NamedWord[]; readonly roles: readonly { readonly slug: string; readonly title: string }[]; readonly terms: readonly NamedWord[] }

/** A claim with the document that makes it and where its evidence is. */
export type ListedClaim = { readonly claim: Claim; readonly from: Linked; readonly evidence: Linked | { readonly href: string } | undefined }

export type Graph = {
  readonly entries: readonly AnyEntry[]
  readonly nodes: ReadonlyMap<string, Linked>
  /** For each thing, what refers to it. */
  readonly backlinks: ReadonlyMap<string, readonly Linked[]>
}

const keyOf = ({ kind, slug }: Pick<Linked, 'kind' | 'slug'>) => `${kind}:${slug}`

export const linkedOf = ({ kind, slug, href, fields }: AnyEntry): Linked => ({ kind, slug, href, title: String(fields.title), summary: fields.summary as string })

/** What the fields of a kind name, as `kind:slug`; categories, tags and series are lists, not things to refer to. */
function* referencesIn({ kind, fields }: AnyEntry): Generator<string> {
  const schema = collections.find((it) => it.kind === kind)?.schema
  for (const leaf of schema ? leaves(schema, fields) : []) {
    const target = targetOf(leaf.schema)
    if (!target || typeof leaf.value !== 'string' || ['category', 'tag', 'series'].includes(target)) continue
    if (target !== 'any') yield `${target}:${leaf.value}`
    else if (!leaf.value.startsWith('https:')) yield leaf.value
  }
}

/** What a field names, also where it may hold an address instead. */
export function targetOf(schema: unknown): Target | undefined {
  const options = schema instanceof z.ZodUnion ? schema.options : [schema]
  return options.map((it) => targets.get(it as z.ZodType)?.names).find((it) => it !== undefined)
}

/** Everything that can be referred to, and what refers to it, derived from the entries that are shown. */
export function makeGraph(entries: readonly AnyEntry[], { skills, roles, terms }: GraphWords): Graph {
  const word = (kind: 'skill' | 'role' | 'term', slug: string, title: string, summary?: string): Linked => ({
    kind,
    slug,
    title,
    href: kind === 'term' ? undefined : hrefOfWord[kind](slug),
    summary,
  })
  const all = [
    ...entries.map(linkedOf),
    ...skills.map((it) => word('skill', it.slug, it.name)),
    ...roles.map((it) => word('role', it.slug, it.title)),
    ...terms.map((it) => word('term', it.slug, it.name, it.means)),
    ...labs.map((slug): Linked => ({ kind: 'lab', slug, title: labTitles[slug], href: hrefOfLab(slug), summary: undefined })),
  ]
  const backlinks = new Map<string, Linked[]>()
  for (const entry of entries) {
    const from = linkedOf(entry)
    for (const reference of new Set(referencesIn(entry)))
      if (reference !== keyOf(from)) backlinks.set(reference, [...(backlinks.get(reference) ?? []), from])
  }
  return { entries, nodes: new Map(all.map((it) => [keyOf(it), it])), backlinks }
}

/** Undefined only where the target is not shown in this build; the check lets nothing public refer to such a one. */
export const follow = ({ nodes }: Graph, reference: string): Linked | undefined => nodes.get(reference)

export const followAll = (graph: Graph, references: readonly string[]): Linked[] => references.flatMap((it) => follow(graph, it) ?? [])

export const referringTo = ({ backlinks }: Graph, it: Pick<Linked, 'kind' | 'slug'>): readonly Linked[] => backlinks.get(keyOf(it)) ?? []

/** Every claim of the site, by the document that makes it. */
export function claimsIn(graph: Graph): ListedClaim[] {
  return graph.entries.flatMap((entry) =>
    ((entry.fields.claims ?? []) as Claim[]).map((claim) => ({
      claim,
      from: linkedOf(entry),
      evidence: claim.evidence.startsWith('https:') ? { href: claim.evidence } : follow(graph, claim.evidence),
    })),
  )
}

/** What shows a skill: the documents that name it, by kind, and the claims those make. */
export type Evidence = { readonly by: ReadonlyMap<Linked['kind'], readonly Linked[]>; readonly claims: readonly ListedClaim[] }

export function evidenceOf(graph: Graph, skill: string): Evidence {
  const naming = graph.entries.filter((it) => ((it.fields.skills ?? []) as string[]).includes(skill))
  const by = new Map<Linked['kind'], Linked[]>()
  for (const entry of naming) by.set(entry.kind, [...(by.get(entry.kind) ?? []), linkedOf(entry)])
  const keys = new Set(naming.map(keyOf))
  return { by, claims: claimsIn(graph).filter((it) => keys.has(keyOf(it.from))) }
}
