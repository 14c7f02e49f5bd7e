import type { Metadata } from 'next'
import { ReportIndex } from '@/components/entries/report-index'
import { Blank, PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allReports } from '@/lib/content/all-reports'

export const metadata: Metadata = {
  title: 'Technical reports',
  description:
    'Internal technical reports with their abstracts: retrieval, event sourcing, exactly-once delivery and rate limiting.',
}

export default function Reports() {
  const reports = allReports()
  return (
    <Shell here="writing">
      <PageTitle title="Technical reports" lead="One question each, with the method, the numbers and their limits." />
      {reports.length === 0 ? (
        <Blank>
          No report is published yet. Shorter pieces are in <a href="/writing/">writing</a>.
        </Blank>
      ) : (
        <ReportIndex reports={reports} />
      )}
    </Shell>
  )
}
