import { Measure } from '@/components/figures/measure'
import { Row } from '@/components/site/sheet'
import type { CaseStudy } from '@/lib/content/case-studies'
import { entryNumber, type Project } from '@/lib/content/projects'

export type Selected = { readonly project: Project; readonly study: CaseStudy }

type SelectedWorkProps = { selected: readonly Selected[]; heading?: 'h2' | 'h3' }

/** A case study in the index: what it was about at the left, what came of it, to scale, at the right. */
export function SelectedWork({ selected, heading = 'h3' }: SelectedWorkProps) {
  const Title = heading
  return selected.map(({ project, study }) => (
    <Row
      key={study.slug}
      as="article"
      rule="opens"
      className="entry"
      rail={
        <>
          <span className="number">{entryNumber(project.fields.entry)}</span>
          <span className="line">{project.fields.title}</span>
          <span className="line">{project.fields.language}</span>
        </>
      }
    >
      <div className="split">
        <div>
          <Title>
            <a href={study.href}>{study.fields.title}</a>
          </Title>
          <p className="entry-text">{study.fields.result}</p>
          <p className="note">{project.fields.stack.join(', ')}</p>
        </div>
        <div className="measures">
          {study.fields.claims.map((claim) => (
            <Measure key={claim.id} claim={{ ...claim, id: `${study.slug}-${claim.id}` }} />
          ))}
        </div>
      </div>
    </Row>
  ))
}
