import type { Metadata } from 'next'
import { ErdPage } from '@/components/islands/erd-explorer/erd-page'
import { homeSchema } from '@/components/islands/erd-explorer/erd-href'
import { schemaNames } from '@/lib/content/erd'

type Props = { params: Promise<{ schema: string }> }

export const dynamicParams = false
export const generateStaticParams = () => schemaNames().filter((it) => it !== homeSchema).map((schema) => ({ schema }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { schema } = await params
  return { title: `${schema}.sql`, description: `The schema ${schema}.sql: drawn, judged and explained line by line.` }
}

export default async function OtherSchema({ params }: Props) {
  return <ErdPage name={(await params).schema} />
}
