import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { brief, common, day, decision, line, lines, slug } from './fields'

export const caseStudies = defineCollection({
  folder: 'case-studies',
  type: 'CaseStudy',
  kind: 'case-study',
  single: false,
  href: (it) => `/case-studies/${it}/`,
  schema: z.strictObject({
    ...common,
    project: slug,
    date: day,
    problem: line,
    approach: line,
    result: line,
    decisions: z.array(decision),
    wouldDoDifferently: lines,
    brief,
  }),
})

export type CaseStudy = EntryOf<typeof caseStudies>
