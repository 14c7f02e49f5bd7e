import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PieceList } from '@/components/entries/piece-list'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { inTitle, listPage, numberInPath, pathsOf } from '@/lib/content/pagination'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { hrefOfWord } from '@/lib/content/routes'
import { tags } from '@/lib/content/vocabulary'
import { pieces } from '@/lib/content/writing'

type Props = { params: Promise<{ tag: string; page?: string[] }> }

const tagged = (tag: string) => pieces().filter((it) => it.tags.includes(tag))

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    tags().flatMap(({ slug }) => pathsOf(tagged(slug).length).map((page) => ({ tag: slug, page }))),
    { tag: noAddress, page: [] },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag, page } = await params
  const found = tags().find((it) => it.slug === tag)
  if (!found) return {}
  const isEmpty = tagged(tag).length === 0
  return {
    title: `Tagged ${found.name}${inTitle(page)}`,
    description: `All articles tagged ${found.name}, newest first.`,
    ...(isEmpty ? { robots: { index: false } } : {}),
  }
}

export default async function Tag({ params }: Props) {
  const { tag, page } = await params
  const found = tags().find((it) => it.slug === tag)
  if (!found) notFound()
  return (
    <Shell here="writing">
      <PageTitle note={<a href="/writing/">Writing</a>} title={found.name} />
      <PieceList
        page={listPage(tagged(tag), numberInPath(page))}
        base={hrefOfWord.tag(tag)}
        of={found.name}
        empty={
          <>
            No posts with this tag yet. See <a href="/writing/">all writing</a>.
          </>
        }
      />
    </Shell>
  )
}
