import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PieceList } from '@/components/entries/piece-list'
import { Shelves } from '@/components/entries/shelves'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { inTitle, listPage, numberInPath, pathsOf } from '@/lib/content/pagination'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { hrefOfWord } from '@/lib/content/routes'
import { countedCategories, pieces } from '@/lib/content/writing'

type Props = { params: Promise<{ category: string; page?: string[] }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    countedCategories().flatMap(({ slug, count }) => pathsOf(count).map((page) => ({ category: slug, page }))),
    { category: noAddress, page: [] },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, page } = await params
  const found = countedCategories().find((it) => it.slug === category)
  return found ? { title: `${found.name}, articles${inTitle(page)}`, description: found.description } : {}
}

export default async function Category({ params }: Props) {
  const { category, page } = await params
  const found = countedCategories().find((it) => it.slug === category)
  if (!found) notFound()
  const all = pieces().filter((it) => it.category === category)
  return (
    <Shell here="writing">
      <PageTitle note={<a href="/writing/">Writing</a>} title={found.name} lead={found.description} />
      <Row>
        <Shelves here={category} />
      </Row>
      <PieceList
        page={listPage(all, numberInPath(page))}
        base={hrefOfWord.category(category)}
        of={found.name}
        empty={
          <>
            No posts in this category yet. It is on the list of what will be written; meanwhile,{' '}
            <a href="/writing/">all writing</a> has the other categories.
          </>
        }
      />
    </Shell>
  )
}
