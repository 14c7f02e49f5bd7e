import type { Metadata } from 'next'
import { Body } from '@/components/prose/body'
import { Datasheet, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { ledgers } from '@/lib/content/ledgers'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () => entriesOf(ledgers).map(({ slug }) => ({ slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = entryBySlug(ledgers, (await params).slug).fields
  return { title, description: summary }
}

export default async function Ledger({ params }: Props) {
  const { fields, code } = entryBySlug(ledgers, (await params).slug)
  return (
    <Shell here="ledgers">
      <PageTitle number={`[${fields.entry}]`} note={fields.category} title={fields.title} lead={fields.is} />
      <Row>
        <Datasheet
          terms={[
            { term: 'Role', says: fields.role },
            { term: 'Architecture style', says: <mark>{fields.style}</mark> },
            { term: 'Consistency', says: fields.consistency },
            { term: 'Modules', says: fields.modules.map((it) => it.name).join(', ') },
          ]}
        />
        <div className="pt-10">
          <Body code={code} />
        </div>
      </Row>
    </Shell>
  )
}
