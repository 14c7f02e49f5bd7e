import type { Metadata } from 'next'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = { title: 'No such entry' }

export default function NotFound() {
  return (
    <Shell>
      <PageTitle number="[404]" title="There is no entry at this address" lead="The link may be old, or a letter may be missing." />
      <Row>
        <p className="pt-8">
          <a href="/">The index of everything</a>, <a href="/projects/">work</a>, <a href="/ledgers/">ledgers</a>,{' '}
          <a href="/writing/">writing</a>, <a href="/faq/">questions</a>.
        </p>
      </Row>
    </Shell>
  )
}
