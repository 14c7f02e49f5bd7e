import { Measure } from '@/components/figures/measure'
import { Datasheet, PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { evidenceForRole } from '@/lib/content/role-evidence'
import { profile } from '@/lib/content/site'
import { nameOf, skills } from '@/lib/content/vocabulary'
import type { Role } from '@/lib/content/vocabulary-schema'
import { Period } from './engagements'
import { EvidenceRow } from './evidence-row'

/** The same evidence, cut to one role: results first, then work, then how it was thought. */
export function RolePage({ role }: { role: Role }) {
  const owner = profile()
  const { projects, pieces, claims, experience, skills: counted } = evidenceForRole(role)
  const names = skills()
  return (
    <>
      <PageTitle note={<span className="line">Cut to a role</span>} title={role.title} lead={role.looksFor}>
        <Datasheet
          terms={[
            { term: 'Who', says: <b>{`${owner.name}, ${owner.role.toLowerCase()}`}</b> },
            { term: 'Experience', says: `${owner.experience.years} years ${owner.experience.of}` },
            { term: 'CV', says: <a href="/cv/">One page</a> },
            {
              term: 'Contact',
              says: <a href={`mailto:${owner.contact.email}?subject=${encodeURIComponent(role.title)}`}>{owner.contact.email}</a>,
            },
          ]}
        />
      </PageTitle>
      {claims.length > 0 && (
        <section aria-labelledby="results">
          <SectionHead id="results" title="Measured" note={<a href="/claims/">How each was measured</a>} />
          <Row rule="opens" className="entry">
            <div className="results-grid">
              {claims.map(({ claim, from, anchor }) => (
                <Measure key={anchor} claim={{ ...claim, id: anchor }}>
                  <p className="note">
                    <a href={from.href}>{from.title}</a>
                  </p>
                </Measure>
              ))}
            </div>
          </Row>
        </section>
      )}
      {counted.length > 0 && (
        <section aria-labelledby="skills">
          <SectionHead id="skills" title="What this role asks for" note="Each leads to what there is to show for it." />
          <Row rule="opens" className="role-skills">
            <ul className="index-links">
              {counted.map(({ slug, count }) => (
                <li key={slug}>
                  <a href={`/skills/${slug}/`}>
                    {nameOf(names, slug)}
                    <small>{count}</small>
                  </a>
                </li>
              ))}
            </ul>
          </Row>
        </section>
      )}
      {projects.length > 0 && (
        <section aria-labelledby="projects">
          <SectionHead id="projects" title="Projects" />
          {projects.map((entry, index) => (
            <EvidenceRow key={entry.reference} entry={entry} first={index === 0} />
          ))}
        </section>
      )}
      {pieces.length > 0 && (
        <section aria-labelledby="pieces">
          <SectionHead
            id="pieces"
            title="Ledgers, reports and articles"
            note="Those that prove most of what the role asks for come first."
          />
          {pieces.map(({ entry, proves }, index) => (
            <EvidenceRow
              key={entry.reference}
              entry={entry}
              first={index === 0}
              note={`Proves ${proves.map((it) => nameOf(names, it)).join(', ')}`}
            />
          ))}
        </section>
      )}
      {experience.length > 0 && (
        <section aria-labelledby="experience">
          <SectionHead id="experience" title="Experience" note={<a href="/experience/">All of it, to scale</a>} />
          {experience.map(({ slug, href, fields }, index) => (
            <Row
              key={slug}
              rule={index === 0 ? 'opens' : 'ruled'}
              className="evidence-row"
              rail={<Period from={fields.from} to={fields.to} />}
            >
              <div className="pair">
                <h3>
                  <a href={href}>{fields.title}</a>
                </h3>
                <p className="serif">{fields.summary}</p>
              </div>
            </Row>
          ))}
        </section>
      )}
    </>
  )
}
