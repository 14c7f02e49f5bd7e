import { Body } from '@/components/prose/body'
import { ReferenceList } from '@/components/site/references'
import { Row } from '@/components/site/sheet'
import { SkillLinks } from '@/components/site/skill-links'
import type { AiSystem } from '@/lib/content/ai-systems'
import { resolveAll } from '@/lib/content/catalogue'
import type { Competency } from '@/lib/content/competencies'
import type { Problem } from '@/lib/content/problems'

function Evidence({ references }: { references: readonly string[] }) {
  const rows = resolveAll(references).map((entry) => ({ entry }))
  return rows.length > 0 ? <ReferenceList rows={rows} /> : null
}

/** Symptom, arrow, remedy; the story and the evidence below. */
export function ProblemEntry({ problem }: { problem: Problem }) {
  const { slug, fields } = problem
  return (
    <Row as="article" rule="opens" id={slug} className="entry" rail={<span className="line">{fields.area}</span>}>
      <h3>{fields.title}</h3>
      <dl className="remedy">
        <div>
          <dt>
            <svg className="cross" viewBox="0 0 11 11" width="11" height="11" aria-hidden="true">
              <path d="M1 1 10 10M10 1 1 10" />
            </svg>{' '}
            Symptom
          </dt>
          <dd>{fields.symptom}</dd>
        </div>
        <div>
          <dt>Remedy</dt>
          <dd>
            <mark>{fields.remedy}</mark>
          </dd>
        </div>
      </dl>
      <Body of={problem} />
      <Evidence references={[...fields.evidence, ...fields.related]} />
    </Row>
  )
}

export function AiSystemEntry({ system }: { system: AiSystem }) {
  const { slug, fields } = system
  return (
    <Row as="article" rule="opens" id={slug} className="entry" rail={<span className="line">{fields.tools.join(', ')}</span>}>
      <h3>{fields.title}</h3>
      <p className="entry-text">{fields.summary}</p>
      <dl className="system-facts">
        {fields.does.length > 0 && (
          <div>
            <dt>Does</dt>
            <dd>{fields.does.join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>How</dt>
          <dd>
            <ul>
              {fields.how.map((it) => (
                <li key={it}>{it}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Without the model</dt>
          <dd>{fields.fallback}</dd>
        </div>
      </dl>
      <Body of={system} />
      <Evidence references={[...fields.evidence, ...fields.related]} />
    </Row>
  )
}

export function CompetencyEntry({ competency }: { competency: Competency }) {
  const { slug, fields } = competency
  return (
    <Row as="article" rule="opens" id={slug} className="entry">
      <div className="split">
        <div>
          <h3>{fields.title}</h3>
          <p className="entry-text competency-summary">{fields.summary}</p>
          <Body of={competency} />
          <SkillLinks skills={fields.skills} />
        </div>
        <ul className="side-list">
          {fields.terms.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </div>
    </Row>
  )
}
