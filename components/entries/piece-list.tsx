import type { ReactNode } from 'react'
import { Pager } from '@/components/site/pager'
import { Blank, Row } from '@/components/site/sheet'
import type { ListPage } from '@/lib/content/pagination'
import { type Piece, yearOf } from '@/lib/content/writing'
import { ArticleIndex } from './article-index'

type PieceListProps = { page: ListPage<Piece>; base: string; of: string; empty: ReactNode; byYear?: boolean }

/** One page of a list of articles, cut by year, with the numbers of the others; or what stands there while there are none. */
export function PieceList({ page, base, of, empty, byYear = true }: PieceListProps) {
  if (page.total === 0) return <Blank>{empty}</Blank>
  const years = [...new Set(page.items.map(yearOf))]
  return (
    <>
      {byYear ? (
        years.map((year) => (
          <section key={year} className="year" aria-labelledby={`year-${year}`}>
            <Row>
              <h2 id={`year-${year}`}>{year}</h2>
            </Row>
            <ArticleIndex pieces={page.items.filter((it) => yearOf(it) === year)} />
          </section>
        ))
      ) : (
        <div className="year">
          <ArticleIndex pieces={page.items} />
        </div>
      )}
      <Pager page={page} base={base} of={of} />
    </>
  )
}
