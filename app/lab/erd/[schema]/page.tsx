import type { Metadata } from 'next'
import { homeSchema } from '@/components/islands/erd-explorer/erd-href'
import { ErdLab } from '@/components/islands/erd-explorer/erd-lab'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { erdDocument, openingComment, schemaNames } from '@/lib/content/erd'

type Props = { params: Promise<{ schema: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  schemaNames()
    .filter((it) => it !== homeSchema)
    .map((schema) => ({ schema }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { schema } = await params
  return { title: `${schema}.sql`, description: `The schema ${schema}.sql: drawn, judged and explained line by line.` }
}

export default async function OtherSchema({ params }: Props) {
  const { schema } = await params
  const { sql } = await erdDocument(schema)
  return (
    <Shell here="lab">
      <PageTitle
        number="[L2]"
        title={`${schema}.sql`}
        note={<span className="line">Instrument</span>}
        lead={openingComment(sql) ?? 'Another schema in the same instrument: drawn from its SQL and judged by the same rules.'}
      />
      <ErdLab name={schema} />
    </Shell>
  )
}
