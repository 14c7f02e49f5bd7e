import { Datasheet, Row } from '@/components/site/sheet'
import type { Profile } from '@/lib/content/profile'
import { entryNumber } from '@/lib/content/projects'

/** The first screen: who, what, for how long, for which role, and the two ways on for somebody with a minute. */
export function Hero({ owner }: { owner: Profile }) {
  const rail = (
    <>
      <span className="number">{entryNumber(0)}</span>
      <p className="key">
        <mark>Marked</mark> lines are the one-minute read.
      </p>
    </>
  )
  return (
    <Row className="hero" rail={rail} as="header">
      <p className="name">
        <b>{owner.name}</b> <span>{`${owner.role}: ${owner.focusLine.join(', ')}`}</span>
      </p>
      <h1 className="statement">
        <Statement text={owner.statement} />
      </h1>
      <Datasheet
        terms={[
          {
            term: 'Experience',
            says: (
              <>
                <b>
                  <mark>{owner.experience.years} years</mark>
                </b>{' '}
                {owner.experience.of}
              </>
            ),
          },
          { term: 'Specialities', says: <Lines of={owner.specialisesIn} /> },
          {
            term: 'Open to',
            says: (
              <ul>
                {owner.openTo.map((it) => (
                  <li key={it}>
                    <b>
                      <mark>{it}</mark>
                    </b>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: 'CV and contact',
            says: (
              <ul>
                <li>
                  <a href="/cv/">CV, one page</a>
                </li>
                <li>
                  <a href={`mailto:${owner.contact.email}`}>{owner.contact.email}</a>
                </li>
                {owner.links.map(({ label, url }) => (
                  <li key={url}>
                    <a href={url}>{label}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Row>
  )
}

/** The last clause of the statement is what a reader should take along. */
function Statement({ text }: { text: string }) {
  const comma = text.lastIndexOf(',')
  if (comma < 0) return <mark>{text}</mark>
  return (
    <>
      {text.slice(0, comma + 1)} <mark>{text.slice(comma + 1).trim()}</mark>
    </>
  )
}

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((it) => (
      <li key={it}>{it}</li>
    ))}
  </ul>
)
