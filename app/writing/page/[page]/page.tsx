import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WritingPage } from '@/components/entries/writing-page'
import { laterPages } from '@/lib/content/pagination'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { pieces } from '@/lib/content/writing'

type Props = { params: Promise<{ page: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    laterPages(pieces().length).map((it) => ({ page: String(it) })),
    { page: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params
  return { title: `Writing, page ${page}`, description: `Page ${page} of all articles, newest first.` }
}

export default async function WritingLater({ params }: Props) {
  const { page } = await params
  if (page === noAddress) notFound()
  return <WritingPage number={Number(page)} />
}
