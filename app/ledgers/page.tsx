import type { Metadata } from 'next'
import { LedgerIndex } from '@/components/entries/ledger-index'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { byLedgerNumber, ledgers } from '@/lib/content/ledgers'
import { entriesOf } from '@/lib/content/store'

export const metadata: Metadata = { title: 'Architecture ledgers' }

export default function Ledgers() {
  return (
    <Shell here="ledgers">
      <PageTitle title="Architecture ledgers" lead="Systems with the decisions behind them, and what those cost." />
      <div className="pt-10">
        <LedgerIndex ledgers={byLedgerNumber(entriesOf(ledgers))} />
      </div>
    </Shell>
  )
}
