import { Measure } from '@/components/figures/measure'
import { Row } from '@/components/site/sheet'
import type { Claim } from '@/lib/content/fields'
import { Method } from './method'

/** The results of a case study in very large figures, with a gauge from before to after. */
export function Headline({ claims, slug }: { claims: readonly Claim[]; slug: string }) {
  if (claims.length === 0) return null
  return (
    <Row className="headline" rail={<p>Measured. Hollow square: before. Filled square: after.</p>}>
      <div className="headline-grid">
        {claims.map((claim) => (
          <div key={claim.id}>
            <Measure claim={{ ...claim, id: `headline-${claim.id}` }} size="large" />
            <Method claim={claim} from={slug} />
          </div>
        ))}
      </div>
    </Row>
  )
}

/** Problem, approach and result side by side: the case in three sentences. */
export function Triptych({ problem, approach, result }: { problem: string; approach: string; result: string }) {
  return (
    <Row className="triptych-row">
      <dl className="triptych">
        {[
          ['Problem', problem],
          ['Approach', approach],
          ['Result', result],
        ].map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="serif">{says}</dd>
          </div>
        ))}
      </dl>
    </Row>
  )
}
