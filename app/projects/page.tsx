import type { Metadata } from 'next'
import { ProjectIndex } from '@/components/entries/project-index'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { byEntryNumber, projects } from '@/lib/content/projects'
import { entriesOf } from '@/lib/content/store'

export const metadata: Metadata = { title: 'Work' }

export default function Projects() {
  const work = byEntryNumber(entriesOf(projects))
  return (
    <Shell here="work">
      <PageTitle title="Work" lead={`${work.length} projects.`} />
      <div className="pt-10">
        <ProjectIndex projects={work} />
      </div>
    </Shell>
  )
}
