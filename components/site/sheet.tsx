import type { ReactNode } from 'react'

type RowProps = { rail?: ReactNode; children: ReactNode; rule?: 'opens' | 'ruled'; as?: 'div' | 'section' | 'li' }

/** The sheet's one layout: metadata left of the margin rule, substance right of it. */
export function Row({ rail, children, rule, as: Tag = 'div' }: RowProps) {
  return (
    <Tag className={rule ? `row ${rule}` : 'row'}>
      <div className="rail">{rail}</div>
      <div className="body">{children}</div>
    </Tag>
  )
}

export function PageTitle({ number, note, title, lead }: { number?: string; note?: ReactNode; title: string; lead?: ReactNode }) {
  const rail = (
    <>
      {number && <span className="number large">{number}</span>}
      {note}
    </>
  )
  return (
    <div className="pt-14 phone:pt-6">
      <Row rail={rail}>
        <h1 className="title">{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </Row>
    </div>
  )
}

export function SectionHead({ title, note, id }: { title: string; note?: ReactNode; id?: string }) {
  return (
    <Row>
      <div className="section-head" id={id}>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </div>
    </Row>
  )
}

export function Datasheet({ terms }: { terms: readonly { term: string; says: ReactNode }[] }) {
  return (
    <dl className="datasheet">
      {terms.map(({ term, says }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
