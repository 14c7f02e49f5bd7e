import type { ReactNode } from 'react'
import { Row } from '@/components/site/sheet'
import type { Listed } from '@/lib/content/catalogue'

/** A piece as evidence: where it stands, what it says, what it measured. */
export function EvidenceRow({ entry, first, note }: { entry: Listed; first: boolean; note?: ReactNode }) {
  return (
    <Row
      as="article"
      rule={first ? 'opens' : 'ruled'}
      className="evidence-row"
      rail={
        <>
          {entry.number && <span className="number">{entry.number}</span>}
          {!entry.number && entry.date && <time dateTime={entry.date}>{entry.date}</time>}
        </>
      }
    >
      <div className="pair">
        <h3>
          <a href={entry.href}>{entry.title}</a>
        </h3>
        <div>
          <p className="serif">{entry.summary}</p>
          {note && <p className="note">{note}</p>}
        </div>
      </div>
    </Row>
  )
}
