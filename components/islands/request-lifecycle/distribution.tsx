import { formatMicros } from '@/lib/lifecycle/describe'
import type { Bucket, Distribution, Share } from '@/lib/lifecycle/distribution'
import type { Words } from '@/lib/lifecycle/words'

type Props = {
  distribution: Distribution
  isStale: boolean
  budgetMicros: number
  words: Words
  alive: boolean
  onBudget: (micros: number) => void
  onExample: (index: number) => void
}

const [width, height] = [640, 120]

function Histogram({ buckets, budgetMicros }: { buckets: readonly Bucket[]; budgetMicros: number }) {
  const most = Math.max(1, ...buckets.map((it) => it.good + it.refused + it.failed))
  const wide = width / buckets.length
  const over = buckets.findIndex((it) => it.to > budgetMicros)
  const bucket = buckets[over]
  const budgetAt = bucket ? (over + (budgetMicros - bucket.from) / (bucket.to - bucket.from)) * wide : null
  return (
    <svg className="lc-histogram" viewBox={`0 0 ${width} ${height + 18}`} aria-hidden="true">
      {buckets.map(({ from, good, refused, failed }, at) => {
        let base = height
        return (
          [
            ['good', good],
            ['refused', refused],
            ['failed', failed],
          ] as const
        ).map(([kind, count]) => {
          if (count === 0) return null
          const tall = Math.max(1, (count / most) * (height - 8))
          base -= tall
          return (
            <rect
              key={`${from}${kind}`}
              className={`lc-${kind}`}
              x={(at * wide + 1).toFixed(1)}
              y={base.toFixed(1)}
              width={(wide - 2).toFixed(1)}
              height={tall.toFixed(1)}
            />
          )
        })
      })}
      <line className="lc-floor" x1="0" x2={width} y1={height} y2={height} />
      {budgetAt !== null && (
        <path className="lc-budget" d={`M${(budgetAt - 5).toFixed(1)} 2 H${budgetAt.toFixed(1)} V${height - 1} h-5`} />
      )}
      {buckets.map(
        ({ from }, at) =>
          at % 6 === 0 &&
          at < buckets.length - 2 && (
            <text key={from} x={(at * wide).toFixed(1)} y={height + 14}>
              {formatMicros(from)}
            </text>
          ),
      )}
    </svg>
  )
}

const percentOf = ({ count, of, share }: Share, words: Words) =>
  share === null
    ? words.sentences.shareOfNone
    : `${(share * 100).toFixed(1)}% (${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')})`

export function DistributionView({ distribution, isStale, budgetMicros, words, alive, onBudget, onExample }: Props) {
  const { response, responseOfGood, requests, buckets } = distribution
  const shares: [string, Share][] = [
    ['Within the budget', distribution.withinBudget],
    ['Server errors (5xx)', distribution.errors],
    ['Refusals (4xx)', distribution.refusals],
    ['Edge cache hits', distribution.edgeHits],
    ['Application cache hits', distribution.cacheHits],
    ['Queries retried', distribution.retried],
    ['Jobs in the dead letters', distribution.deadLettered],
  ]
  return (
    <div className="lc-distribution" aria-busy={isStale}>
      <div>
        <p className="lc-measured">
          {isStale
            ? 'Counting again: 10,000 requests.'
            : `Measured in this model, n ${requests.toLocaleString('en-GB')} requests.`}
        </p>
        <label className="lc-field">
          Latency budget
          <input
            type="number"
            min={1}
            max={60_000}
            value={Math.round(budgetMicros / 1_000)}
            disabled={!alive}
            onChange={({ target }) =>
              onBudget(Math.min(60_000_000, Math.max(1_000, Math.round(Number(target.value) || 0) * 1_000)))
            }
          />
          ms
        </label>
        <Histogram buckets={buckets} budgetMicros={budgetMicros} />
        <p className="lc-legend">
          <span className="lc-key lc-good">answered</span> <span className="lc-key lc-refused">refused</span>{' '}
          <span className="lc-key lc-failed">failed</span> Each column reaches a quarter further than the one before; the bracket
          is the budget.
        </p>
      </div>
      <div>
        <table>
          <caption className="unseen">Response time by percentile</caption>
          <thead>
            <tr>
              <th scope="col">Percentile</th>
              <th scope="col">All</th>
              <th scope="col">Answered</th>
              <th scope="col">Example</th>
            </tr>
          </thead>
          <tbody>
            {response.map(({ percent, value, samples, example }, at) => {
              const good = responseOfGood[at]!
              return (
                <tr key={percent}>
                  <th scope="row">p{percent}</th>
                  <td>
                    {value === null ? 'too few' : formatMicros(value)} <small>n {samples}</small>
                  </td>
                  <td>
                    {good.value === null ? 'too few' : formatMicros(good.value)} <small>n {good.samples}</small>
                  </td>
                  <td>
                    {example !== null &&
                      (alive ? (
                        <button type="button" className="lc-link" onClick={() => onExample(example)}>
                          request {example}
                        </button>
                      ) : (
                        <>request {example}</>
                      ))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <table>
          <caption className="unseen">Shares of the run</caption>
          <tbody>
            {shares.map(([label, share]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{percentOf(share, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
