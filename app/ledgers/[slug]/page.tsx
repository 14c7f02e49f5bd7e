import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LedgerArticle } from '@/components/entries/ledger-article'
import { Shell } from '@/components/site/shell'
import { byLedgerNumber, ledgers } from '@/lib/content/ledgers'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    entriesOf(ledgers).map(({ slug }) => ({ slug })),
    { slug: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (slug === noAddress) return {}
  const { title, summary } = entryBySlug(ledgers, slug).fields
  return { title, description: summary }
}

export default async function Ledger({ params }: Props) {
  const { slug } = await params
  if (slug === noAddress) notFound()
  return (
    <Shell here="ledgers">
      <LedgerArticle ledger={entryBySlug(ledgers, slug)} all={byLedgerNumber(entriesOf(ledgers))} />
    </Shell>
  )
}
