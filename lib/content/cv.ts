import { allReports } from './all-reports'
import { spokenClaim } from './amount'
import { engagements, shortMonth } from './engagements'
import { allClaims } from './evidence'
import { byLedgerNumber, ledgers } from './ledgers'
import { profile } from './site'
import { entriesOf } from './store'

/** What fits on one page, from the same content as everything else: page, print and plain text are made of it. */
export function cv() {
  const owner = profile()
  return {
    owner,
    results: allClaims()
      .filter((it) => it.from.kind === 'case-study')
      .map(({ claim, from }) => ({ metric: claim.metric, value: spokenClaim(claim), from: from.title, href: from.href })),
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
