import type { Metadata } from 'next'
import './globals.css'
import { Indexes } from '@/components/entries/indexes'
import { HtmlDocument, siteMetadata } from '@/components/site/document'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allPages } from '@/lib/content/index-pages'
import { profile } from '@/lib/content/site'

export function generateMetadata(): Metadata {
  return { ...siteMetadata(), title: `No such entry | ${profile().name}` }
}

/** For the whole site, outside its layout: a `not-found` inside it would travel, with all its links, in every page's payload. */
export default function NotFound() {
  return (
    <HtmlDocument>
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
    </HtmlDocument>
  )
}
