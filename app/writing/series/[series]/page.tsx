import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SeriesList } from '@/components/entries/series'
import { Blank, PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { seriesList } from '@/lib/content/vocabulary'
import { inSeries } from '@/lib/content/writing'

type Props = { params: Promise<{ series: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    seriesList().map(({ slug }) => ({ series: slug })),
    { series: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { series } = await params
  const found = seriesList().find((it) => it.slug === series)
  return found ? { title: found.name, description: found.description } : {}
}

export default async function Series({ params }: Props) {
  const { series } = await params
  const found = seriesList().find((it) => it.slug === series)
  if (!found) notFound()
  const parts = inSeries(series)
  return (
    <Shell here="writing">
      <PageTitle note={<a href="/writing/">Writing</a>} title={found.name} lead={found.description} />
      {parts.length === 0 ? <Blank>No part of this series is published yet.</Blank> : <SeriesList parts={parts} />}
    </Shell>
  )
}
