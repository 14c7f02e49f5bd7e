import { Measure } from '@/components/figures/measure'
import { Row } from '@/components/site/sheet'
import { kindNames } from '@/lib/content/catalogue'
import { longDate } from '@/lib/content/dates'
import type { ClaimOf } from '@/lib/content/evidence'

/** The measure at the left, its method and evidence at the right: nothing is claimed on its own. */
export function ClaimsTable({ claims }: { claims: readonly ClaimOf[] }) {
  return (
    <div className="claims">
      {claims.map(({ claim, from, evidence, anchor }) => (
        <Row
          key={anchor}
          as="article"
          rule="opens"
          id={anchor}
          className="entry"
          rail={
            <>
              <span className="line">{kindNames[from.kind]}</span>
              <span className="line">
                <a href={from.href}>{from.title}</a>
              </span>
            </>
          }
        >
          <div className="claim-pair">
            <Measure claim={{ ...claim, id: `${anchor}-measure` }} />
            <div>
              <h2 className="unseen">{claim.metric}</h2>
              <p className="serif">{claim.method}</p>
              <p className="note claim-foot">
                {evidence && (
                  <>
                    Evidence: <a href={evidence.href}>{evidence.title}</a>.{' '}
                  </>
                )}
                {claim.evidence.startsWith('https:') && (
                  <>
                    Evidence: <a href={claim.evidence}>{claim.evidence.replace(/^https:\/\//, '')}</a>.{' '}
                  </>
                )}
                Last verified <time dateTime={claim.verified}>{longDate(claim.verified)}</time>.
              </p>
            </div>
          </div>
        </Row>
      ))}
    </div>
  )
}
