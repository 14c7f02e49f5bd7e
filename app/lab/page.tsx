import type { Metadata } from 'next'
import { LabIndex } from '@/components/entries/lab-index'
import { ErdSketch, LifecycleSketch, QueueSketch } from '@/components/figures/lab-sketches'
import { RetryAmplification } from '@/components/prose/retry-amplification'
import { PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { labs } from '@/lib/content/routes'

export const metadata: Metadata = {
  title: 'Lab',
  description: 'Instruments to operate and to break: small models that run in the page and on no server.',
}

export default function Lab() {
  return (
    <Shell here="lab">
      <PageTitle
        title="Lab"
        lead="Instruments, not animations: small models that run in this page and on no server. Take a part away and see who notices."
      />
      <div className="lab-index">
        <LabIndex sketches={{ 'request-lifecycle': <LifecycleSketch />, erd: <ErdSketch />, 'broker-queue': <QueueSketch /> }} />
      </div>
      <section aria-labelledby="retries">
        <SectionHead
          id="retries"
          title="Retries multiply"
          note="Each layer is reasonable; together they are not."
          rail={<span className="number">[L{labs.length + 1}]</span>}
        />
        <Row
          rail={
            <p>
              A call that fails is tried again by every layer above it. Change the attempts and read what reaches the last one.
            </p>
          }
        >
          <RetryAmplification layers="user 2, client 3, gateway 2, queue 5" />
        </Row>
      </section>
    </Shell>
  )
}
