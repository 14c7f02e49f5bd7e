import { Measure } from '@/components/figures/measure'
import type { CaseStudy } from '@/lib/content/case-studies'
import { Method } from './method'

/** On a project's page: what its case study measured, and the way there. */
export function ProjectResults({ study }: { study: CaseStudy }) {
  return (
    <section className="results" aria-labelledby="results">
      <h2 id="results">Measured results</h2>
      <div className="results-grid">
        {study.fields.claims.map((claim) => (
          <div key={claim.id}>
            <Measure claim={claim} />
            <Method claim={claim} from={study.slug} />
          </div>
        ))}
      </div>
      <p className="lead-link">
        <a href={study.href}>{study.fields.title}</a>
        <span className="note">Case study, with the decisions and what I would do differently</span>
      </p>
    </section>
  )
}
