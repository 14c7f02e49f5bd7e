import type { Metadata } from 'next'
import { Body } from '@/components/prose/body'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { faqs } from '@/lib/content/faqs'
import { entriesOf } from '@/lib/content/store'

export const metadata: Metadata = { title: 'Questions' }

export default function Faqs() {
  const all = entriesOf(faqs).toSorted((a, b) => a.fields.order - b.fields.order)
  return (
    <Shell>
      <PageTitle title="Questions" lead="Short answers first, the reasons below." />
      {all.map(({ slug, fields, code }) => (
        <div key={slug} id={slug} className="pt-10">
          <Row as="section" rule="opens">
            <h2 className="pt-5 text-h2">{fields.title}</h2>
            <p className="lead">{fields.short}</p>
            <div className="pt-4">
              <Body code={code} />
            </div>
          </Row>
        </div>
      ))}
    </Shell>
  )
}
