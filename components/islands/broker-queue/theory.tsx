import type { Expectation } from '@/lib/queue/expectations'
import type { Measures } from '@/lib/queue/measures'
import { decimalText, timeText } from './amounts'
import { countText } from './format'

type Props = { expectations: readonly Expectation[]; measures: Measures }

function textOf(value: number | null, unit: Expectation['unit'], ifNone: string): string {
  if (value === null) return ifNone
  if (unit === 's') return timeText(value * 1e6)
  return unit === '%' ? `${decimalText(value)}%` : decimalText(value)
}

/** What queueing theory expects of this run beside what the run did. */
export function Theory({ expectations, measures }: Props) {
  if (expectations.length === 0)
    return (
      <p className="bq-remark">
        {'No closed form holds here: theory wants steady arrivals, no limits, no failures and nobody who asks again. '}
        {`The workers were busy ${decimalText(measures.utilisation * 100)}% of the time, n ${countText(measures.completed)}.`}
      </p>
    )
  return (
    <table className="bq-table">
      <caption className="unseen">Theory beside simulation</caption>
      <thead>
        <tr>
          <th scope="col">Law</th>
          <th scope="col">Theory</th>
          <th scope="col">Simulation</th>
        </tr>
      </thead>
      <tbody>
        {expectations.map((it) => (
          <tr key={it.name}>
            <th scope="row">
              {it.name} <code>{it.formula}</code>
            </th>
            <td>
              <b>{textOf(it.expected, it.unit, 'no steady state')}</b>{' '}
              <small>{it.expected === null ? 'ρ is 1 or more' : it.isExact ? 'exact' : 'approximate'}</small>
            </td>
            <td>
              <b>{textOf(it.measured, it.unit, 'too few')}</b> <small>{`n ${countText(measures.completed)}`}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
