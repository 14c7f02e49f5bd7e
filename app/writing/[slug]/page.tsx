import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticlePage } from '@/components/entries/article-page'
import { articles } from '@/lib/content/articles'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    entriesOf(articles).map(({ slug }) => ({ slug })),
    { slug: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (slug === noAddress) return {}
  const { title, summary } = entryBySlug(articles, slug).fields
  return { title, description: summary }
}

export default async function Article({ params }: Props) {
  const { slug } = await params
  if (slug === noAddress) notFound()
  return <ArticlePage article={entryBySlug(articles, slug)} />
}
