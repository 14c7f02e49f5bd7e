import { formatDifference, formatMicros } from '@/lib/lifecycle/describe'
import type { Difference } from '@/lib/lifecycle/compare'
import type { StageId } from '@/lib/lifecycle/stages'
import type { Words } from '@/lib/lifecycle/words'
import type { Comparison as Compared } from './choice'

const labels: Readonly<Record<string, string>> = {
  status: 'Status',
  reason: 'Why',
  writtenBy: 'Stated by',
  response: 'Response time',
  finished: 'All work done',
  attempts: 'Attempts at the query',
  errors: 'Server errors (5xx)',
  refusals: 'Refusals (4xx)',
  edgeHits: 'Edge cache hits',
  cacheHits: 'Application cache hits',
  retried: 'Queries retried',
  withinBudget: 'Within its own budget',
}

function labelOf(key: string, words: Words): string {
  const [kind = '', stage] = key.split(':')
  if (!stage) return labels[key] ?? key
  return `${words.stages[stage as StageId].name}: ${kind === 'self' ? 'self time' : 'on the critical path'}`
}

const percentOf = (share: number): string => `${(share * 100).toFixed(1)}%`

function valueOf({ key, unit }: Difference, value: number | string | null, words: Words): string {
  if (value === null) return key.includes(':') ? 'not visited' : 'too few'
  if (key === 'reason') return words.reasons[value as keyof Words['reasons']]
  if (key === 'writtenBy') return words.stages[value as StageId].name
  if (unit === 'share') return percentOf(Number(value))
  return unit === 'us' ? formatMicros(Number(value)) : String(value)
}

function differenceOf({ unit, difference }: Difference): string {
  if (difference === null) return ''
  if (unit === 'us') return formatDifference(difference)
  const amount = unit === 'share' ? `${(Math.abs(difference) * 100).toFixed(1)} points` : Math.abs(difference)
  return `${difference < 0 ? '−' : '+'}${amount}`
}

type Props = { comparison: Compared; words: Words; titles: readonly [string, string] }

export function Comparison({ comparison: { ofTraces, ofDistributions }, words, titles }: Props) {
  const parts = [
    ['One request', ofTraces],
    ['Each with its 10,000 requests', ofDistributions],
  ] as const
  const all = [...ofTraces, ...ofDistributions]
  const differ = (it: Difference) => it.a !== it.b
  return (
    <div className="lc-compared" tabIndex={0} role="region" aria-label="Differences">
      <table>
        <caption>{`${all.filter(differ).length} of ${all.length} rows differ; equal ones are left out.`}</caption>
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
        {parts.map(([title, rows]) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <b>{title}</b>
              </th>
            </tr>
            {rows.filter(differ).map((it) => (
              <tr key={it.key}>
                <th scope="row">{labelOf(it.key, words)}</th>
                <td>{valueOf(it, it.a, words)}</td>
                <td>{valueOf(it, it.b, words)}</td>
                <td>{differenceOf(it)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
