import { formatMicros } from '@/lib/lifecycle/describe'
import type { Difference } from '@/lib/lifecycle/compare'
import type { StageId } from '@/lib/lifecycle/stages'
import type { Words } from '@/lib/lifecycle/words'

const labels: Readonly<Record<string, string>> = {
  status: 'Status',
  reason: 'Why',
  writtenBy: 'Stated by',
  response: 'Response time',
  finished: 'All work done',
  attempts: 'Attempts at the query',
}

function labelOf(key: string, words: Words): string {
  const [kind = '', stage] = key.split(':')
  if (!stage) return labels[key] ?? key
  return `${words.stages[stage as StageId].name}: ${kind === 'self' ? 'self time' : 'on the critical path'}`
}

function valueOf({ key, unit }: Difference, value: number | string | null, words: Words): string {
  if (value === null) return 'not visited'
  if (key === 'reason') return words.reasons[value as keyof Words['reasons']]
  if (key === 'writtenBy') return words.stages[value as StageId].name
  return unit === 'us' ? formatMicros(Number(value)) : String(value)
}

const signed = (micros: number): string => `${micros < 0 ? '−' : '+'}${formatMicros(Math.abs(micros))}`

export function Comparison({
  differences,
  words,
  titles,
}: {
  differences: readonly Difference[]
  words: Words
  titles: readonly [string, string]
}) {
  const changed = differences.filter((it) => it.a !== it.b)
  return (
    <div className="lc-compared" tabIndex={0} role="region" aria-label="Differences">
      <table>
        <caption>{`${changed.length} of ${differences.length} rows differ; equal ones are left out.`}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {titles.map((it, at) => (
              <th key={at} scope="col">
                {it}
              </th>
            ))}
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((it) => (
            <tr key={it.key}>
              <th scope="row">{labelOf(it.key, words)}</th>
              <td>{valueOf(it, it.a, words)}</td>
              <td>{valueOf(it, it.b, words)}</td>
              <td>
                {it.difference === null
                  ? ''
                  : it.unit === 'us'
                    ? signed(it.difference)
                    : `${it.difference > 0 ? '+' : ''}${it.difference}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
