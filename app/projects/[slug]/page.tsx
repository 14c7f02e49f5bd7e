import type { Metadata } from 'next'
import { Body } from '@/components/prose/body'
import { Datasheet, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { entryNumber, projects } from '@/lib/content/projects'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () => entriesOf(projects).map(({ slug }) => ({ slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = entryBySlug(projects, (await params).slug).fields
  return { title, description: summary }
}

export default async function Project({ params }: Props) {
  const { fields, code } = entryBySlug(projects, (await params).slug)
  return (
    <Shell here="work">
      <PageTitle number={entryNumber(fields.entry)} note={fields.kind} title={fields.title} lead={fields.is} />
      <Row>
        <Datasheet
          terms={[
            { term: 'Language', says: fields.language },
            { term: 'Domain', says: fields.domain },
            { term: 'Stack', says: fields.stack.join(', ') },
            { term: 'Subjects', says: fields.tags.join(', ') },
          ]}
        />
        <div className="pt-10">
          <Body code={code} />
        </div>
      </Row>
    </Shell>
  )
}
