import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { labSays } from '@/components/entries/lab-index'
import { LabPage } from '@/components/entries/lab-page'
import { homeSchema } from '@/components/islands/erd-explorer/erd-href'
import { ErdLab } from '@/components/islands/erd-explorer/erd-lab'
import { labs, labTitles } from '@/lib/content/routes'

type Props = { params: Promise<{ lab: string }> }

const known = (slug: string) => labs.find((it) => it === slug)

export const dynamicParams = false
/** The simulators have pages of their own kind. */
export const generateStaticParams = () => [{ lab: 'erd' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lab = known((await params).lab)
  return lab ? { title: labTitles[lab], description: labSays[lab] } : {}
}

export default async function ErdPage({ params }: Props) {
  const lab = known((await params).lab)
  if (!lab) notFound()
  return (
    <LabPage lab={lab}>
      <ErdLab name={homeSchema} />
    </LabPage>
  )
}
