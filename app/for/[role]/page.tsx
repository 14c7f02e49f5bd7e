import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RolePage } from '@/components/entries/role-page'
import { Shell } from '@/components/site/shell'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { roles } from '@/lib/content/vocabulary'

type Props = { params: Promise<{ role: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    roles().map(({ slug }) => ({ role: slug })),
    { role: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { role } = await params
  const found = roles().find((it) => it.slug === role)
  return found
    ? { title: `For a ${found.title.toLowerCase()} role`, description: `The same evidence, cut to the role of ${found.title}.` }
    : {}
}

export default async function Role({ params }: Props) {
  const { role } = await params
  const found = roles().find((it) => it.slug === role)
  if (!found) notFound()
  return (
    <Shell>
      <RolePage role={found} />
    </Shell>
  )
}
