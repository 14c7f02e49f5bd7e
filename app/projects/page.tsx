import type { Metadata } from 'next'
import { ProjectFilters } from '@/components/entries/project-filters'
import { ProjectIndex } from '@/components/entries/project-index'
import { Blank, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allProjects, projectFilters } from '@/lib/content/filters'

export const metadata: Metadata = {
  title: 'Work',
  description:
    'All projects, with filters for language, domain and role; where a case study tells the whole story the number is marked.',
}

export default function Projects() {
  const work = allProjects()
  return (
    <Shell here="work">
      <PageTitle
        title="Work"
        lead={
          <>
            Systems, patterns and studies, each with the one hard part. Where the number is marked, a{' '}
            <a href="/case-studies/">case study</a> has the measured result.
          </>
        }
      />
      {work.length === 0 ? (
        <Blank>No project is entered yet. The first one gets number 01 and keeps it.</Blank>
      ) : (
        <section className="filtered" aria-label="All projects">
          <Row>
            <ProjectFilters filters={projectFilters()} />
          </Row>
          <div className="filtered-index">
            <ProjectIndex projects={work} />
          </div>
          <Row className="shown-row">
            <p className="note shown"> of {work.length} projects shown</p>
          </Row>
        </section>
      )}
    </Shell>
  )
}
