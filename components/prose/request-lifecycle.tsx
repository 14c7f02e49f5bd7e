import { Island } from '@/components/islands/island'
import { RequestLifecycle as Live } from '@/components/islands/request-lifecycle/island'
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
  const props = { figure: lifecycleFigure(scenario), linked, labHref }
  return (
    <figure className="lc-figure">
      <Island name="request-lifecycle" props={props}>
        <Live {...props} />
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
