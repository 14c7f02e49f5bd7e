import type { Metadata } from 'next'
import { FaqEntry } from '@/components/entries/faq-entry'
import { Blank, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allFaqs } from '@/lib/content/engineering'

export const metadata: Metadata = {
  title: 'Questions',
  description:
    'Questions I am asked about multi-tenancy, payment webhooks, AI in production and circuit breakers: a short answer each, then the reasons.',
}

export default function Faqs() {
  const all = allFaqs()
  return (
    <Shell here="engineering">
      <PageTitle title="Questions" lead="A short answer first, the reasons below it, and where it can be seen." />
      {all.length === 0 ? (
        <Blank>
          Nobody has asked yet. The address is on the <a href="/contact/">contact page</a>.
        </Blank>
      ) : (
        <>
          <Row className="question-list">
            <ol>
              {all.map(({ slug, fields }) => (
                <li key={slug}>
                  <a href={`#${slug}`}>{fields.title}</a>
                </li>
              ))}
            </ol>
          </Row>
          {all.map((faq, index) => (
            <FaqEntry key={faq.slug} faq={faq} number={index + 1} />
          ))}
        </>
      )}
    </Shell>
  )
}
