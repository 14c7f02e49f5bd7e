import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { brief, common, day, decision, line, lines, slugOf } from './fields'
import { beginning } from './starters'

export const caseStudies = defineCollection({
  folder: 'case-studies',
  type: 'CaseStudy',
  kind: 'case-study',
  single: false,
  href: (it) => `/case-studies/${it}/`,
  schema: z.strictObject({
    ...common,
    project: slugOf('project').describe('The slug of the project that it tells of.'),
    date: day.describe('The day it was first published, YYYY-MM-DD.'),
    problem: line.describe('What was wrong, in one or two sentences.'),
    approach: line.describe('What was done.'),
    result: line.describe('What came of it; figures belong into claims.'),
    decisions: z.array(decision).describe('id D1, title, because, price, date, status; superseded needs supersededBy.'),
    wouldDoDifferently: lines.describe('What I would do otherwise today.'),
    brief,
  }),
  begin: ({ today, projects }) => ({
    summary: beginning.summary,
    project: projects[0] ?? 'a-project',
    date: today,
    problem: beginning.line,
    approach: beginning.line,
    result: beginning.line,
    decisions: [],
    wouldDoDifferently: [],
    brief: [...beginning.brief],
  }),
})

export type CaseStudy = EntryOf<typeof caseStudies>

const project = projection<FieldsOf<typeof caseStudies>>()
export const caseStudyRow = project('project', 'date', 'result')
export const caseStudyCard = project('project', 'date', 'problem', 'approach', 'result', 'brief')
