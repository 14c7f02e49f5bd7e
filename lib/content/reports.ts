import { z } from 'zod'
import { defineCollection, type EntryOf, type FieldsOf, projection } from './collection'
import { brief, common, day, order, reference, text } from './fields'
import { beginning } from './starters'

export const reports = defineCollection({
  folder: 'reports',
  type: 'Report',
  kind: 'report',
  single: false,
  href: (it) => `/reports/${it}/`,
  unique: 'number',
  schema: z.strictObject({
    ...common,
    date: day.describe('The day it was first published, YYYY-MM-DD.'),
    year: z.number().int('a year').min(1990, 'a year from 1990').describe('The year of the work.'),
    number: order.describe('Its number; no two reports share one.'),
    abstract: text(1600).describe('120 to 200 words.'),
    tags: z.array(text(40)).describe('Subjects, in plain words.'),
    supersededBy: reference.optional().describe('The piece to read instead of this one.'),
    brief,
  }),
  begin: ({ today, next }) => ({
    summary: beginning.summary,
    date: today,
    year: Number(today.slice(0, 4)),
    number: next,
    abstract: beginning.line,
    tags: [],
    brief: [...beginning.brief],
  }),
})

export type Report = EntryOf<typeof reports>

const project = projection<FieldsOf<typeof reports>>()
export const reportRow = project('date', 'year', 'number', 'tags')
export const reportCard = project('date', 'year', 'number', 'tags', 'abstract')
