import type { Metadata } from 'next'
import { labSays } from '@/components/entries/lab-index'
import { LabPage } from '@/components/entries/lab-page'
import { QueueScenarios } from '@/components/figures/broker-queue/scenarios'
import { BrokerQueue } from '@/components/prose/broker-queue'
import { Row, SectionHead } from '@/components/site/sheet'
import { labTitles } from '@/lib/content/routes'

const lab = 'broker-queue'

export const metadata: Metadata = { title: labTitles[lab], description: labSays[lab] }

export default function BrokerQueuePage() {
  return (
    <LabPage
      lab={lab}
      lead="The same work inside the request, or enqueued and answered 202. Every number is measured in a run that you can replay, rewind and break."
    >
      <div className="pt-10">
        <Row rail="Simulated in this page; the same seed gives the same run. Marked is what the caller waits for.">
          <BrokerQueue scenario="steady" linked />
        </Row>
      </div>
      <SectionHead id="scenarios" title="Twelve scenarios" note="Each as the model ran it when this page was printed." />
      <Row>
        <QueueScenarios />
      </Row>
    </LabPage>
  )
}
