import { allReports } from './all-reports'
import { spokenClaim } from './amount'
import { catalogue, resolve } from './catalogue'
import { engagements, shortMonth } from './engagements'
import { byLedgerNumber, ledgers } from './ledgers'
import { profile } from './site'
import { entriesOf } from './store'

/** A number alone says little on a CV: it stands under the project that it was measured on. */
function resultsByProject() {
  const studies = [...catalogue().values()].filter((it) => it.kind === 'case-study' && it.claims.length > 0)
  return studies.map(({ title, href, names, claims }) => ({
    project: resolve(names.find((it) => it.startsWith('project:')) ?? '')?.title ?? title,
    href,
    lines: claims.map((claim) => ({ metric: claim.metric, value: spokenClaim(claim) })),
  }))
}

/** What fits on one page, from the same content as everything else: page, print and plain text are made of it. */
export function cv() {
  const owner = profile()
  return {
    owner,
    results: resultsByProject(),
    experience: engagements().map(({ fields }) => ({
      period: `${shortMonth(fields.from)} to ${shortMonth(fields.to)}`,
      title: fields.title,
      kind: fields.kind,
      summary: fields.summary,
    })),
    systems: byLedgerNumber(entriesOf(ledgers)).map(({ fields, href }) => ({
      system: fields.system,
      role: fields.role,
      style: fields.style,
      href,
    })),
    reports: allReports().map(({ title, year, href }) => ({ title, year, href })),
    stack: owner.stack.map(({ group, tools }) => ({ group, tools: tools.map((it) => it.name) })),
  }
}

export type Cv = ReturnType<typeof cv>
