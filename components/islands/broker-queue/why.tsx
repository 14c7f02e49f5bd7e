import type { FigureScenario } from '@/lib/content/queue'
import { Facts } from './facts'
import { Theory } from './theory'
import type { Shown } from './view'

/** What the scenario is about, and what theory expects of the run. */
export function Why({ scenario, shown }: { scenario: FigureScenario; shown: Shown }) {
  return (
    <>
      <section className="bq-panel bq-of-why" aria-label="What the scenario compares">
        <p className="bq-title">{`${scenario.title}: what it is held to`}</p>
        <Facts scenario={scenario} main={shown.outcome} against={shown.against} />
        <p className="bq-teaches">{scenario.teaches}</p>
      </section>
      <section className="bq-panel bq-of-why" aria-label="Theory">
        <p className="bq-title">Theory beside simulation</p>
        <Theory expectations={shown.expectations} measures={shown.outcome.measures} />
      </section>
    </>
  )
}
