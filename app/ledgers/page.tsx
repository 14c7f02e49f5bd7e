import type { Metadata } from 'next'
import { LedgerTable } from '@/components/entries/ledger-table'
import { Blank, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { byLedgerNumber, ledgers } from '@/lib/content/ledgers'
import { entriesOf } from '@/lib/content/store'

export const metadata: Metadata = {
  title: 'Architecture ledgers',
  description:
    'Systems compared by style, modules, consistency and what scales; each with its decisions, their price, and what went wrong.',
}

export default function Ledgers() {
  const all = byLedgerNumber(entriesOf(ledgers))
  return (
    <Shell here="ledgers">
      <PageTitle
        title="Architecture ledgers"
        lead="What was built, why so, at which price, and what went wrong. The same questions are put to each system, this site included."
      />
      {all.length === 0 ? (
        <Blank>
          No ledger is kept yet. The <a href="/projects/">projects</a> say what was built.
        </Blank>
      ) : (
        <Row className="comparison-row">
          <LedgerTable ledgers={all} />
        </Row>
      )}
    </Shell>
  )
}
