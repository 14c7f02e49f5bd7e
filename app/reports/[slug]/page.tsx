import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportPage } from '@/components/entries/report-page'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { reports } from '@/lib/content/reports'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    entriesOf(reports).map(({ slug }) => ({ slug })),
    { slug: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (slug === noAddress) return {}
  const { title, summary } = entryBySlug(reports, slug).fields
  return { title, description: summary }
}

export default async function Report({ params }: Props) {
  const { slug } = await params
  if (slug === noAddress) notFound()
  return <ReportPage report={entryBySlug(reports, slug)} />
}
