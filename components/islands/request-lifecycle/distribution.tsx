import { formatMicros } from '@/lib/lifecycle/describe'
import type { Distribution, Share } from '@/lib/lifecycle/distribution'
import type { Words } from '@/lib/lifecycle/words'
import { Histogram } from './histogram'

type Props = {
  distribution: Distribution
  words: Words
  isStale?: boolean
  budgetMicros: number
  /** Absent in print. */
  controls?: { readonly onBudget: (micros: number) => void; readonly onExample: (index: number) => void }
}

const grouped = (count: number): string => count.toLocaleString('en-GB')

const percentOf = ({ count, of, share }: Share, words: Words) =>
  share === null ? words.sentences.shareOfNone : `${(share * 100).toFixed(1)}% (${grouped(count)} of ${grouped(of)})`

const [leastBudget, mostBudget] = [1_000, 60_000_000]

export function DistributionView({ distribution, words, budgetMicros, isStale = false, controls }: Props) {
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
          {isStale ? 'Counting 10,000 requests again.' : `Measured in this model, n ${grouped(requests)} requests.`}
        </p>
        <label className="lc-field">
          Latency budget, assumed
          <input
            type="number"
            min={leastBudget / 1_000}
            max={mostBudget / 1_000}
            value={Math.round(budgetMicros / 1_000)}
            disabled={!controls}
            onChange={
              controls &&
              (({ target }) =>
                controls.onBudget(Math.min(mostBudget, Math.max(leastBudget, Math.round(Number(target.value) || 0) * 1_000))))
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
        <table className="lc-percentiles">
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
                    {value === null ? 'too few' : formatMicros(value)} <small>n {grouped(samples)}</small>
                  </td>
                  <td>
                    {good.value === null ? 'too few' : formatMicros(good.value)} <small>n {grouped(good.samples)}</small>
                  </td>
                  <td>
                    {example !== null &&
                      (controls ? (
                        <button type="button" className="lc-link" onClick={() => controls.onExample(example)}>
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
