import type { Metadata } from 'next'
import { RetryAmplification } from '@/components/prose/retry-amplification'
import { PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = {
  title: 'Lab',
  description: 'Instruments: small models that run in the page and no server.',
}

export default function Lab() {
  return (
    <Shell here="lab">
      <PageTitle number="[L]" title="Lab" lead="Instruments: small models that run in this page and on no server." />
      <div className="pt-10">
        <Row rule="opens" rail={<span className="number">[L1]</span>}>
          <h2 className="pt-5 text-h2">
            <a href="/lab/request-lifecycle/">Request lifecycle</a>
          </h2>
          <p className="lead">
            Follow one request through sixteen stages, break any of them, step back, and see what becomes of ten thousand others.
          </p>
        </Row>
      </div>
      <SectionHead title="Retries multiply" note="Each layer is reasonable; together they are not." />
      <Row rail="A call that fails is tried again by every layer above it.">
        <RetryAmplification layers="user 2, client 3, gateway 2, queue 5" />
      </Row>
    </Shell>
  )
}
