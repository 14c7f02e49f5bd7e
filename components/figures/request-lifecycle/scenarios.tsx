import { scenarioResults } from '@/lib/content/lifecycle'
import { formatMicros } from '@/lib/lifecycle/describe'

const percent = (share: number | null) => (share === null ? 'none asked' : `${(share * 100).toFixed(1)}%`)

/** What every scenario comes to, computed while the page is printed. */
export function LifecycleScenarios() {
  return (
    <div className="lc-scenarios" tabIndex={0} role="region" aria-label="Results of the scenarios">
      <table>
        <thead>
          <tr>
            {['Scenario', 'Status', 'Response', 'p50', 'p99', 'Errors', 'Cache hits'].map((it) => (
              <th key={it} scope="col">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenarioResults().map(({ id, title, question, teaches, trace, distribution }) => {
            const [median, , high] = distribution.response
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`#v=1&s=${id}`}>{title}</a>
                  <p>{question}</p>
                  <p>{teaches}</p>
                </th>
                <td>{trace.answer.status}</td>
                <td>{formatMicros(trace.responseMicros)}</td>
                <td>{formatMicros(median?.value ?? 0)}</td>
                <td>{formatMicros(high?.value ?? 0)}</td>
                <td>{percent(distribution.errors.share)}</td>
                <td>{percent(distribution.cacheHits.share)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="lc-legend">Percentiles, errors and hits: n 10,000 requests of each scenario, seeded.</p>
    </div>
  )
}
