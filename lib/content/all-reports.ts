import { readingMinutes } from './reading-time'
import { remembered } from './remember'
import { reportCard, reports } from './reports'
import { entriesOf } from './store'

/** All reports as the index shows them, the latest number first. */
export const allReports = remembered(() =>
  entriesOf(reports)
    .map((entry) => ({ ...reportCard(entry), minutes: readingMinutes(entry.outline.words) }))
    .toSorted((a, b) => b.number - a.number),
)

export type ReportCard = ReturnType<typeof allReports>[number]
