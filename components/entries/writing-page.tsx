import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { listPage } from '@/lib/content/pagination'
import { pieces } from '@/lib/content/writing'
import { PieceList } from './piece-list'
import { Shelves } from './shelves'

/** All articles, newest first; the first page also carries the ways in. */
export function WritingPage({ number }: { number: number }) {
  const page = listPage(pieces(), number)
  return (
    <Shell here="writing">
      <PageTitle
        title={number === 1 ? 'Writing' : `Writing, page ${number} of ${page.of}`}
        lead={
          number === 1 ? (
            <>
              Long notes with code that is run and figures drawn from data. The longest work is in the{' '}
              <a href="/reports/">technical reports</a>.
            </>
          ) : undefined
        }
      />
      {number === 1 && (
        <Row>
          <Shelves />
        </Row>
      )}
      <PieceList
        page={page}
        base="/writing/"
        of="all writing"
        empty="No posts yet. The categories above say what will be written about."
      />
    </Shell>
  )
}
