import type { Metadata } from 'next'
import { Indexes } from '@/components/entries/indexes'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allPages } from '@/lib/content/index-pages'

export const metadata: Metadata = { title: 'No such entry' }

export default function NotFound() {
  return (
    <Shell>
      <PageTitle
        number="[404]"
        title="There is no entry at this address"
        lead="The link may be old, or a letter may be missing."
      />
      <Row className="text-row">
        <nearest-page>
          <details className="every-page">
            <summary>Every page by name</summary>
            <ul>
              {allPages().map(({ reference, href, title }) => (
                <li key={reference}>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          </details>
        </nearest-page>
      </Row>
      <Indexes />
    </Shell>
  )
}
