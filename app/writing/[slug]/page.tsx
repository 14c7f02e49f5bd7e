import type { Metadata } from 'next'
import { Body } from '@/components/prose/body'
import { Contents } from '@/components/prose/contents'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { articles } from '@/lib/content/articles'
import { readingMinutes } from '@/lib/content/reading-time'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () => entriesOf(articles).map(({ slug }) => ({ slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = entryBySlug(articles, (await params).slug).fields
  return { title, description: summary }
}

export default async function Article({ params }: Props) {
  const { fields, code, outline } = entryBySlug(articles, (await params).slug)
  const note = (
    <>
      <time dateTime={fields.date}>{fields.date}</time>
      <span className="block">{readingMinutes(outline.words)} min</span>
    </>
  )
  return (
    <Shell here="writing">
      <article>
        <PageTitle note={note} title={fields.title} lead={fields.summary} />
        <div className="pt-14">
          <Row rail={<Contents headings={outline.headings} />}>
            <Body code={code} />
          </Row>
        </div>
      </article>
    </Shell>
  )
}
