import type { Metadata } from 'next'
import { WrittenPage } from '@/components/entries/written-page'
import { Datasheet, Row } from '@/components/site/sheet'
import { OpenTo } from '@/components/entries/hero'
import { Shell } from '@/components/site/shell'
import { roleLine } from '@/lib/content/profile-text'
import { profile } from '@/lib/content/site'

export const metadata: Metadata = {
  title: 'About',
  description: 'Who writes here, what the work is, what is on offer, and how to check what this site says.',
}

export default function About() {
  const it = profile()
  const personal = [
    ...(it.location ? [{ term: 'Place', says: it.location }] : []),
    ...(it.languages.length > 0 ? [{ term: 'Languages', says: it.languages.join(', ') }] : []),
  ]
  return (
    <Shell>
      <WrittenPage
        slug="about"
        title="About"
        above={
          <Row>
            <Datasheet
              terms={[
                { term: 'Role', says: <b>{roleLine(it)}</b> },
                { term: 'End to end', says: it.worksEndToEnd.join(', ') },
                { term: 'Open to', says: it.openTo.length > 0 && <OpenTo roles={it.openTo} /> },
                { term: 'Consultation', says: it.availableFor },
                ...personal,
              ]}
            />
            <div className="creed">
              <p>{it.stance}</p>
              <p>{it.scaleClaim}</p>
              <p>{it.lifecycle}</p>
              <p>{it.background}</p>
            </div>
          </Row>
        }
      />
    </Shell>
  )
}
