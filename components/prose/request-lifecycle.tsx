import { Island } from '@/components/islands/island'
import { DistributionView } from '@/components/islands/request-lifecycle/distribution'
import { type Printed, RequestLifecycle as Live } from '@/components/islands/request-lifecycle/island'
import { Answer, Effects } from '@/components/islands/request-lifecycle/outcome'
import { PayloadView } from '@/components/islands/request-lifecycle/payload'
import { stepsOf } from '@/lib/lifecycle/steps'
import { lifecycleFigure, lifecycleTexts } from '@/lib/content/lifecycle'

const labHref = '/lab/request-lifecycle/'

function Limits({ open }: { open: boolean }) {
  const { notModelled } = lifecycleTexts()
  return (
    <details className="lc-limits" open={open}>
      <summary>What this does not model</summary>
      <ul>
        {notModelled.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </details>
  )
}

/** `<RequestLifecycle scenario="slow-database" />` in MDX; the lab's own page owns the fragment and is `linked`. */
export function RequestLifecycle({ scenario, linked = false }: { scenario: string; linked?: boolean }) {
  const figure = lifecycleFigure(scenario)
  const props = { figure, linked, labHref }
  const { words, trace, without, distribution } = figure
  const first = stepsOf(trace.spans)[0]
  const printed: Printed = {
    payload: first && <PayloadView trace={trace} span={first.span} words={words} />,
    answer: <Answer trace={trace} words={words} />,
    effects: <Effects trace={trace} words={words} without={without} />,
    distribution: <DistributionView distribution={distribution} budgetMicros={distribution.budgetMicros} words={words} />,
  }
  return (
    <figure className="lc-figure figure-wide">
      <Island name="request-lifecycle" props={props}>
        <Live {...props} printed={printed} />
      </Island>
      <Limits open={linked} />
      {!linked && (
        <figcaption>
          <a href={labHref}>The same instrument in the lab</a>, with every scenario and each stage explained.
        </figcaption>
      )}
    </figure>
  )
}
