import type { ReactNode } from 'react'
import type { Cv } from '@/lib/content/cv'
import { roleLine } from '@/lib/content/profile-text'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="cv-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** One page, on the screen and on A4 or Letter. */
export function CvSheet({ cv }: { cv: Cv }) {
  const { owner } = cv
  return (
    <article className="cv">
      <p className="note cv-forms">
        Print this page for a sheet of A4 or Letter, or take the <a href="/cv.txt">plain text</a>.
      </p>
      <header className="cv-head">
        <div>
          <h1>{owner.name}</h1>
          <p>{roleLine(owner)}</p>
        </div>
        <ul>
          <li>
            <a href={`mailto:${owner.contact.email}`}>{owner.contact.email}</a>
          </li>
          {owner.links.map(({ label, url }) => (
            <li key={label}>
              <a href={url}>{url.replace(/^https:\/\//, '')}</a>
            </li>
          ))}
          {owner.location && <li>{owner.location}</li>}
        </ul>
      </header>
      <p className="cv-statement">{owner.statement}</p>
      <dl className="cv-facts">
        <div>
          <dt>Experience</dt>
          <dd>{`${owner.experience.years} years ${owner.experience.of}`}</dd>
        </div>
        {owner.openTo.length > 0 && (
          <div>
            <dt>Open to</dt>
            <dd>
              <b>{owner.openTo.join(', ')}</b>
            </dd>
          </div>
        )}
        <div>
          <dt>Consultation</dt>
          <dd>{owner.availableFor}</dd>
        </div>
      </dl>
      <div className="cv-columns">
        <div>
          {cv.experience.length > 0 && (
            <Part title="Experience">
              <ol className="cv-experience">
                {cv.experience.map(({ period, title, kind, summary }) => (
                  <li key={period + title}>
                    <span className="cv-period">{period}</span>
                    <div>
                      <h3>
                        {title} {kind === 'contract' && <span>contract</span>}
                      </h3>
                      <p>{summary}</p>
                    </div>
                  </li>
                ))}
              </ol>
            </Part>
          )}
          {cv.reports.length > 0 && (
            <Part title="Technical reports">
              <ul className="cv-list">
                {cv.reports.map(({ title, year, href }) => (
                  <li key={href}>
                    <a href={href}>{title}</a>
                    <span>{year}</span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
        <div>
          {cv.results.length > 0 && (
            <Part title="Measured results">
              {cv.results.map(({ project, href, lines }) => (
                <div key={href} className="cv-results">
                  <h3>
                    <a href={href}>{project}</a>
                  </h3>
                  <dl>
                    {lines.map(({ metric, value }) => (
                      <div key={metric}>
                        <dt>{metric}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                  </dl>
                </div>
              ))}
            </Part>
          )}
          {cv.systems.length > 0 && (
            <Part title="Systems">
              <ul className="cv-list">
                {cv.systems.map(({ system, role, href }) => (
                  <li key={system}>
                    <a href={href}>{system}</a>
                    <span>{role}</span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {cv.stack.length > 0 && (
            <Part title="Stack">
              <dl className="cv-stack">
                {cv.stack.map(({ group, tools }) => (
                  <div key={group}>
                    <dt>{group}</dt>
                    <dd>{tools.join(', ')}</dd>
                  </div>
                ))}
              </dl>
            </Part>
          )}
        </div>
      </div>
    </article>
  )
}
