import type { ReactNode } from 'react'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { ReferenceList } from '@/components/site/references'
import { PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { linksTo } from '@/lib/content/links'
import { hrefOfLab, labs, labTitles } from '@/lib/content/routes'
import { labSays } from './lab-index'

type Lab = (typeof labs)[number]

/** A page of the lab: its number and name, what stands on it, what links to it, and the way to the others. */
export function LabPage({ lab, lead = labSays[lab], children }: { lab: Lab; lead?: string; children: ReactNode }) {
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
        lead={lead}
      />
      {children}
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
