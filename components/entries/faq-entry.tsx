import { Body } from '@/components/prose/body'
import { ReferenceList } from '@/components/site/references'
import { Row } from '@/components/site/sheet'
import { resolveAll } from '@/lib/content/catalogue'
import type { Faq } from '@/lib/content/faqs'

export function FaqEntry({ faq, number }: { faq: Faq; number: number }) {
  const { slug, fields } = faq
  const related = resolveAll(fields.related)
  return (
    <Row
      as="section"
      rule="opens"
      id={slug}
      className="question"
      labelledBy={`${slug}-title`}
      rail={<span className="number">{number}</span>}
    >
      <h2 id={`${slug}-title`}>
        <a className="to-itself" href={`#${slug}`}>
          {fields.title}
        </a>
      </h2>
      <p className="answer">{fields.short}</p>
      <Body of={faq} />
      {related.length > 0 && <ReferenceList rows={related.map((entry) => ({ entry }))} />}
    </Row>
  )
}
