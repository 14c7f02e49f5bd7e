import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { labSays } from '@/components/entries/lab-index'
import { homeSchema } from '@/components/islands/erd-explorer/erd-href'
import { ErdLab } from '@/components/islands/erd-explorer/erd-lab'
import { ReferenceList } from '@/components/site/references'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { linksTo } from '@/lib/content/links'
import { hrefOfLab, labs, labTitles } from '@/lib/content/routes'

type Props = { params: Promise<{ lab: string }> }

const known = (slug: string) => labs.find((it) => it === slug)

export const dynamicParams = false
/** The simulators have pages of their own kind. */
export const generateStaticParams = () => [{ lab: 'erd' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lab = known((await params).lab)
  return lab ? { title: labTitles[lab], description: labSays[lab] } : {}
}

export default async function LabPage({ params }: Props) {
  const lab = known((await params).lab)
  if (!lab) notFound()
  const evidence = linksTo(`lab:${lab}`)
  const { previous, next } = neighboursIn(
    labs.map((slug) => ({ slug })),
    lab,
  )
  const way = (it: typeof previous) => it && { href: hrefOfLab(it.slug), title: labTitles[it.slug] }
  return (
    <Shell here="lab">
      <PageTitle
        number={`[L${labs.indexOf(lab) + 1}]`}
        note={<span className="line">Instrument</span>}
        title={labTitles[lab]}
        lead={labSays[lab]}
      />
      <ErdLab name={homeSchema} />
      {evidence.length > 0 && (
        <Row className="text-row">
          <section aria-labelledby="used-in">
            <h2 id="used-in" className="end-head">
              What links here
            </h2>
            <ReferenceList rows={evidence.map((entry) => ({ entry }))} />
          </section>
        </Row>
      )}
      <Neighbours label="Instruments" all={{ href: '/lab/', title: 'Lab' }} previous={way(previous)} next={way(next)} />
    </Shell>
  )
}
