import { catalogue, type Listed } from './catalogue'
import { engagements } from './engagements'
import { allClaims, type ClaimOf, evidenceFor, evidenceForAll } from './evidence'
import { allProjects } from './filters'
import { selectedWork } from './selected'
import type { Role } from './vocabulary-schema'

/** Everything on the site that speaks for a role, cut to what a reader hiring for it would look at. */
export function evidenceForRole(role: Role) {
  const projects = allProjects().filter((it) => it.fields.roles.includes(role.slug))
  const studies = selectedWork().filter((it) => it.project.fields.roles.includes(role.slug))
  const pieces = evidenceForAll(role.emphasises).filter(({ entry }) => ['ledger', 'report', 'article'].includes(entry.kind))
  const sources = new Set([
    ...studies.map((it) => `case-study:${it.study.slug}`),
    ...pieces.slice(0, 8).map((it) => it.entry.reference),
  ])
  const claims: ClaimOf[] = allClaims().filter((it) => sources.has(it.from.reference))
  const listed = (reference: string): Listed[] => {
    const found = catalogue().get(reference)
    return found ? [found] : []
  }
  return {
    projects: projects.flatMap((it) => listed(`project:${it.slug}`)),
    pieces: pieces.slice(0, 8),
    claims,
    experience: engagements().filter((it) => it.fields.roles.includes(role.slug)),
    skills: role.emphasises.map((slug) => ({ slug, count: evidenceFor(slug).length })),
  }
}
