import type { ReactNode } from 'react'

type RowProps = {
  rail?: ReactNode
  children: ReactNode
  rule?: 'opens' | 'ruled'
  as?: 'div' | 'section' | 'li' | 'article' | 'header'
  id?: string | undefined
  className?: string
  labelledBy?: string
}

/** The sheet's one layout: metadata left of the margin rule, substance right of it. */
export function Row({ rail, children, rule, as: Tag = 'div', id, className, labelledBy }: RowProps) {
  return (
    <Tag id={id} className={['row', rule, className].filter(Boolean).join(' ')} aria-labelledby={labelledBy}>
      <div className="rail">{rail}</div>
      <div className="body">{children}</div>
    </Tag>
  )
}

type PageTitleProps = { number?: string | undefined; note?: ReactNode; title: string; lead?: ReactNode; children?: ReactNode }

export function PageTitle({ number, note, title, lead, children }: PageTitleProps) {
  const rail = (
    <>
      {number && <span className="number large">{number}</span>}
      {note}
    </>
  )
  return (
    <header className="page-title">
      <Row rail={rail}>
        <h1 className="title">{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {children}
      </Row>
    </header>
  )
}

/** A section of an index page: its heading above a row's line, a remark at its right. */
export function SectionHead({ title, note, id, rail }: { title: string; note?: ReactNode; id?: string; rail?: ReactNode }) {
  return (
    <Row rail={rail} className="section-row">
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
    </Row>
  )
}

/** Term lists between a strong and a fine rule: what a reader wants to know before reading. What says nothing is left out. */
export function Datasheet({ terms }: { terms: readonly { term: string; says: ReactNode }[] }) {
  const telling = terms.filter(({ says }) => says !== '' && says !== false && says !== undefined && says !== null)
  if (telling.length === 0) return null
  return (
    <dl className="datasheet">
      {telling.map(({ term, says }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Date, length and the like, in the rail. */
export function Facts({ facts }: { facts: readonly { term: string; says: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, says }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What stands where nothing is yet: ruled lines that wait, and a way on. */
export function Blank({ children }: { children: ReactNode }) {
  return (
    <Row className="blank">
      <p className="blank-says">{children}</p>
      <div aria-hidden="true" className="blank-lines">
        <i />
        <i />
        <i />
      </div>
    </Row>
  )
}
