import type { Metadata } from 'next'
import { SelectedWork } from '@/components/entries/selected-work'
import { Blank, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { selectedWork } from '@/lib/content/selected'

export const metadata: Metadata = {
  title: 'Case studies',
  description: 'Problem, approach and measured result of four projects, with the decisions and what I would do differently.',
}

export default function CaseStudies() {
  const selected = selectedWork()
  return (
    <Shell here="work">
      <PageTitle
        title="Case studies"
        lead="Problem, approach, measured result, decisions with their price, and what I would do differently."
      />
      {selected.length === 0 ? (
        <Blank>
          No case study is written yet. The <a href="/projects/">projects</a> are listed with what each one is.
        </Blank>
      ) : (
        <div className="study-list">
          <Row>
            <p className="note study-key">Hollow bar: before. Filled bar: after. Each pair is drawn to one scale.</p>
          </Row>
          <SelectedWork selected={selected} heading="h2" />
        </div>
      )}
    </Shell>
  )
}
