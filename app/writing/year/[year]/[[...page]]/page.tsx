import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PieceList } from '@/components/entries/piece-list'
import { hrefOfYear, Shelves } from '@/components/entries/shelves'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { inTitle, listPage, numberInPath, pathsOf } from '@/lib/content/pagination'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { pieces, yearOf, years } from '@/lib/content/writing'

type Props = { params: Promise<{ year: string; page?: string[] }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    years().flatMap(({ slug, count }) => pathsOf(count).map((page) => ({ year: slug, page }))),
    { year: noAddress, page: [] },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, page } = await params
  return year === noAddress
    ? {}
    : { title: `Writing in ${year}${inTitle(page)}`, description: `All articles of ${year}, newest first.` }
}

export default async function Year({ params }: Props) {
  const { year, page } = await params
  if (year === noAddress) notFound()
  const all = pieces().filter((it) => yearOf(it) === year)
  return (
    <Shell here="writing">
      <PageTitle note={<a href="/writing/">Writing</a>} title={`Writing in ${year}`} />
      <Row>
        <Shelves here={year} />
      </Row>
      <PieceList
        page={listPage(all, numberInPath(page))}
        base={hrefOfYear(year)}
        of={year}
        byYear={false}
        empty="Nothing was written in this year."
      />
    </Shell>
  )
}
