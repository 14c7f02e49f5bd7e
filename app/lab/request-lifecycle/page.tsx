import type { Metadata } from 'next'
import { LifecycleAssumptions } from '@/components/figures/request-lifecycle/assumptions'
import { LifecycleScenarios } from '@/components/figures/request-lifecycle/scenarios'
import { LifecycleStages } from '@/components/figures/request-lifecycle/stages'
import { RequestLifecycle } from '@/components/prose/request-lifecycle'
import { PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = {
  title: 'Request lifecycle',
  description:
    'One request followed through sixteen stages, with a failure for each of them and ten thousand requests beside it.',
}

export default function RequestLifecyclePage() {
  return (
    <Shell here="lab">
      <PageTitle
        number="[L1]"
        title="Request lifecycle"
        lead="One request, from the client to the last work it causes. Every number is assumed, derived or measured in the model, and says which."
      />
      <div className="pt-10">
        <Row rail="Simulated in this page. Filled bars are the critical path; marked is where the request is now.">
          <RequestLifecycle scenario="cold-read" linked />
        </Row>
      </div>
      <SectionHead
        id="scenarios"
        title="Scenarios"
        note="Each with one request and ten thousand. A title opens it in the instrument above."
      />
      <Row>
        <LifecycleScenarios />
      </Row>
      <SectionHead id="stages" title="Stages" note="Why each is there, what happens without it, and how it fails." />
      <Row>
        <LifecycleStages />
      </Row>
      <SectionHead id="numbers" title="Numbers" note="Assumed ones can be changed in the instrument; derived ones follow." />
      <Row>
        <LifecycleAssumptions />
      </Row>
    </Shell>
  )
}
