import type { Metadata } from 'next'
import { labSays } from '@/components/entries/lab-index'
import { QueueScenarios } from '@/components/figures/broker-queue/scenarios'
import { BrokerQueue } from '@/components/prose/broker-queue'
import { ReferenceList } from '@/components/site/references'
import { PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { linksTo } from '@/lib/content/links'
import { labs, labTitles } from '@/lib/content/routes'

const lab = 'broker-queue'

export const metadata: Metadata = { title: labTitles[lab], description: labSays[lab] }

export default function BrokerQueuePage() {
  const evidence = linksTo(`lab:${lab}`)
  return (
    <Shell here="lab">
      <PageTitle
        number={`[L${labs.indexOf(lab) + 1}]`}
        note={<span className="line">Instrument</span>}
        title={labTitles[lab]}
        lead="The same work inside the request, or enqueued and answered 202. Every number is measured in a run that you can replay, rewind and break."
      />
      <div className="pt-10">
        <Row rail="Simulated in this page; the same seed gives the same run. Marked is what the caller waits for.">
          <BrokerQueue scenario="steady" linked />
        </Row>
      </div>
      <SectionHead id="scenarios" title="Twelve scenarios" note="Each as the model ran it when this page was printed." />
      <Row>
        <QueueScenarios />
      </Row>
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
    </Shell>
  )
}
