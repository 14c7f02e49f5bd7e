import type { FigureScenario } from '@/lib/content/queue'
import type { ClaimMeasure } from '@/lib/queue/claims'
import type { Outcome } from '@/lib/queue/protocol'
import { decimalText, percentileOf, timeText } from './amounts'
import { countText } from './format'

type Props = { scenario: FigureScenario; main: Outcome; against: Outcome | null }

const LABELS: Readonly<Record<ClaimMeasure, string>> = {
  completed: 'Done',
  lost: 'Lost',
  duplicates: 'Done twice',
  deduped: 'Duplicates recognised',
  died: 'Dead-lettered',
  dead: 'Dead letters at the end',
  dropped: 'Dropped',
  refused: 'Refused',
  redelivered: 'Delivered again',
  claimed: 'Claimed by another',
  rebalances: 'Rebalances',
  outOfOrder: 'Out of order',
  inTime: 'Done in time',
  lateAcks: 'Late acknowledgements',
  resubmitted: 'Asked again',
  dependencyRefusals: 'Refused by the dependency',
  maxReady: 'Deepest queue',
  apiP50: 'Caller waits, p50',
  apiP99: 'Caller waits, p99',
  endToEndP50: 'Request to done, p50',
  endToEndP95: 'Request to done, p95',
  endToEndP99: 'Request to done, p99',
  drain: 'Drain time',
  utilisation: 'Utilisation of the workers',
  redriven: 'Redriven',
  threadsPeak: 'API threads busy at most',
  lagShareOfWorst: 'Share of the busiest partition',
  idleWorkers: 'Workers without a partition',
}

/** A percentile of too few samples is not shown, whatever a claim may hold it to. */
function textOf(measure: ClaimMeasure, { measures }: Outcome, value: number): string {
  const percentile = /^(api|endToEnd)P(\d+)$/.exec(measure)
  if (percentile) {
    const shown = percentileOf(percentile[1] === 'api' ? measures.api : measures.endToEnd, Number(percentile[2]))
    return shown === null ? 'too few' : timeText(shown)
  }
  if (measure === 'drain') return measures.drainMicros === null ? 'never' : timeText(measures.drainMicros)
  if (measure === 'utilisation') return `${decimalText(value * 100)}%`
  return measure === 'lagShareOfWorst' ? `${decimalText(value)}%` : countText(value)
}

/** What the scenario is about: the numbers it is held to, in both of its runs, and why they are so. */
export function Facts({ scenario, main, against }: Props) {
  return (
    <table className="bq-table bq-facts">
      <caption className="unseen">What this scenario compares</caption>
      <thead>
        <tr>
          <th scope="col">Measured</th>
          <th scope="col">{scenario.label}</th>
          {scenario.against && <th scope="col">{scenario.against.label}</th>}
        </tr>
      </thead>
      <tbody>
        {scenario.facts.map((fact, at) => (
          <tr key={fact.measure}>
            <th scope="row">{LABELS[fact.measure]}</th>
            <td>
              <b>{textOf(fact.measure, main, main.facts[at] ?? 0)}</b> {fact.main && <small>{fact.main}</small>}
            </td>
            {scenario.against && (
              <td>
                {against ? <b>{textOf(fact.measure, against, against.facts[at] ?? 0)}</b> : 'counting'}{' '}
                {fact.against && <small>{fact.against}</small>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
