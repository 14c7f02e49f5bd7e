import { Inline } from '@/components/prose/inline'
import type { Decision } from '@/lib/content/fields'
import { anchorOf } from '@/lib/content/routes'

/** Which decision took the place of which: both ends of it are said. */
const replacedBy = (decision: Decision, all: readonly Decision[]): string[] =>
  all.filter((it) => it.supersededBy === decision.id).map((it) => it.id)

/** Decisions in the order in which they were taken: what, because of what, and the price that was accepted. */
export function Decisions({ decisions, heading = 'h3' }: { decisions: readonly Decision[]; heading?: 'h3' | 'h4' }) {
  const Title = heading
  return (
    <div className="records">
      <div className="record record-head" aria-hidden="true">
        <span>No.</span>
        <span>Decision</span>
        <span>Because</span>
        <span>Price accepted</span>
      </div>
      {decisions.map((decision) => (
        <div key={decision.id} id={anchorOf(decision.id)} className={`record is-${decision.status}`}>
          <span className="record-number">{decision.id}</span>
          <div>
            <Title>{decision.status === 'superseded' ? <s>{decision.title}</s> : decision.title}</Title>
            <p className="note">
              <time dateTime={decision.date}>{decision.date}</time>
              <History decision={decision} replaces={replacedBy(decision, decisions)} />
            </p>
          </div>
          <p className="serif">
            <Inline text={decision.because} />
          </p>
          <p className="note price">
            <Inline text={decision.price} />
          </p>
        </div>
      ))}
    </div>
  )
}

function History({ decision, replaces }: { decision: Decision; replaces: readonly string[] }) {
  const { status, supersededBy } = decision
  return (
    <>
      {status === 'proposed' && ', proposed'}
      {supersededBy && (
        <>
          , superseded by <a href={`#${anchorOf(supersededBy)}`}>{supersededBy}</a>
        </>
      )}
      {replaces.map((id) => (
        <span key={id}>
          , replaces <a href={`#${anchorOf(id)}`}>{id}</a>
        </span>
      ))}
    </>
  )
}
