import type { ReactNode } from 'react'
import { Body } from '@/components/prose/body'
import { Contents } from '@/components/prose/contents'
import { PageEnd } from '@/components/site/page-end'
import { PageTitle, Row } from '@/components/site/sheet'
import type { writtenPages } from '@/lib/content/routes'
import { writtenPage } from '@/lib/content/written-pages'

type WrittenPageProps = {
  slug: (typeof writtenPages)[number]
  /** What the page is called while nobody has written it. */
  title: string
  /** Facts above the text. */
  above?: ReactNode
  /** Facts beside the text, or below it where there is no side. */
  beside?: ReactNode
}

/** A page whose text is a document and whose facts come from elsewhere. */
export function WrittenPage({ slug, title, above, beside }: WrittenPageProps) {
  const document = writtenPage(slug)
  return (
    <>
      <PageTitle title={document?.fields.title ?? title} lead={document?.fields.summary} />
      {above}
      {document && (
        <Row className="text-row" rail={<Contents headings={document.outline.headings} />}>
          <div className={beside ? 'split' : undefined}>
            <Body of={document} />
            {beside && <div className="beside">{beside}</div>}
          </div>
          <PageEnd reference={`page:${slug}`} title={document.fields.title} source={document.source} />
        </Row>
      )}
      {!document && beside && <Row className="text-row">{beside}</Row>}
    </>
  )
}
