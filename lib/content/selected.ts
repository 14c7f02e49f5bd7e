import { caseStudies } from './case-studies'
import { allProjects } from './filters'
import { remembered } from './remember'
import { entriesOf } from './store'

/** Case studies with their projects, in the order of the index. */
export const selectedWork = remembered(() =>
  allProjects().flatMap((project) => {
    const study = entriesOf(caseStudies).find((it) => it.fields.project === project.slug)
    return study ? [{ project, study }] : []
  }),
)
