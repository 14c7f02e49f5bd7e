import { LastClauseMarked } from '@/components/prose/inline'
import { Datasheet, Row } from '@/components/site/sheet'
import type { Profile } from '@/lib/content/profile'
import { entryNumber } from '@/lib/content/projects'
import { roleLine } from '@/lib/content/profile-text'

/** The first screen: who, what, for how long, for which role, and the two ways on for somebody with a minute. */
export function Hero({ owner, since }: { owner: Profile; since?: string | undefined }) {
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
        <b>{owner.name}</b> <span>{roleLine(owner)}</span>
      </p>
      <h1 className="statement">
        <LastClauseMarked text={owner.statement} />
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
                {since && <span className="note since">First post in {since}</span>}
              </>
            ),
          },
          { term: 'Specialities', says: owner.specialisesIn.length > 0 && <Lines of={owner.specialisesIn} /> },
          {
            term: 'Open to',
            says: owner.openTo.length > 0 && <OpenTo roles={owner.openTo} />,
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

export const OpenTo = ({ roles }: { roles: readonly string[] }) => (
  <ul>
    {roles.map((it) => (
      <li key={it}>
        <b>
          <mark>{it}</mark>
        </b>
      </li>
    ))}
  </ul>
)

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((it) => (
      <li key={it}>{it}</li>
    ))}
  </ul>
)
