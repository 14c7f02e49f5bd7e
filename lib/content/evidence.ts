import { catalogue, type Listed, resolve } from './catalogue'
import type { Claim, ReferenceKind } from './fields'
import { remembered } from './remember'

export type ClaimOf = {
  readonly claim: Claim
  readonly from: Listed
  readonly evidence: Listed | undefined
  readonly anchor: string
}

/** The measured results of some pieces, in the order in which those are listed. */
export const claimsOf = (all: Iterable<Listed>, evidenceOf: (reference: string) => Listed | undefined): ClaimOf[] =>
  [...all].flatMap((from) =>
    from.claims.map((claim) => ({
      claim,
      from,
      evidence: evidenceOf(claim.evidence),
      anchor: `${from.kind}-${from.slug}-${claim.id}`,
    })),
  )

/** Every measured result on the site. */
export const allClaims = remembered((): readonly ClaimOf[] => claimsOf(catalogue().values(), resolve))

/** The kinds of piece that prove a skill, the strongest first. */
const evidenceOrder: readonly ReferenceKind[] = [
  'case-study',
  'ledger',
  'project',
  'report',
  'article',
  'ai-system',
  'problem',
  'competency',
  'experience',
  'faq',
]

export type EvidenceGroup = { readonly kind: ReferenceKind; readonly entries: readonly Listed[] }

/** For each skill, what proves it. */
export function evidenceBySkill(all: Iterable<Listed>): ReadonlyMap<string, readonly Listed[]> {
  const found = new Map<string, Listed[]>()
  for (const it of all)
    if (evidenceOrder.includes(it.kind)) for (const skill of it.skills) found.set(skill, [...(found.get(skill) ?? []), it])
  return found
}

const bySkill = remembered(() => evidenceBySkill(catalogue().values()))

export const evidenceFor = (skill: string): readonly Listed[] => bySkill().get(skill) ?? []

export function groupEvidence(entries: readonly Listed[]): EvidenceGroup[] {
  return evidenceOrder
    .map((kind) => ({ kind, entries: entries.filter((it) => it.kind === kind) }))
    .filter((it) => it.entries.length > 0)
}

/** For a role: what proves any of its skills, the pieces that prove most of them first. */
export function evidenceForAll(wanted: readonly string[]): { entry: Listed; proves: string[] }[] {
  return [...catalogue().values()]
    .filter((it) => evidenceOrder.includes(it.kind))
    .map((entry) => ({ entry, proves: wanted.filter((it) => entry.skills.includes(it)) }))
    .filter((it) => it.proves.length > 0)
    .toSorted(
      (a, b) =>
        b.proves.length - a.proves.length ||
        evidenceOrder.indexOf(a.entry.kind) - evidenceOrder.indexOf(b.entry.kind) ||
        a.entry.reference.localeCompare(b.entry.reference),
    )
}
