import type { Metadata } from 'next'
import { EngagementList } from '@/components/entries/engagements'
import { FigureCaption } from '@/components/figures/figure-caption'
import { Timeline } from '@/components/figures/timeline'
import { Blank, PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { todayInUtc } from '@/lib/content/dates'
import { engagements } from '@/lib/content/engagements'
import { profile } from '@/lib/content/site'

export const metadata: Metadata = {
  title: 'Experience',
  description:
    'Every engagement to scale, with contract work beside employment where the two overlapped, and the same as a list.',
}

export default function Experience() {
  const all = engagements()
  const { experience, background } = profile()
  return (
    <Shell here="experience">
      <PageTitle
        title="Experience"
        lead={`${experience.years} years ${experience.of}, and the career around them to one scale. ${background}`}
      />
      {all.length === 0 ? (
        <Blank>
          No engagement is entered yet. The <a href="/cv/">CV</a> has the rest.
        </Blank>
      ) : (
        <>
          <Row
            className="figure-row"
            rail={
              <FigureCaption
                as="p"
                number={1}
                caption="Every engagement to one scale. What overlapped in time stands in lanes beside each other."
              />
            }
          >
            <Timeline
              id="career"
              until={todayInUtc().slice(0, 7)}
              list={false}
              engagements={all.map(({ slug, href, fields }) => ({
                id: slug,
                href,
                title: fields.title,
                from: fields.from,
                to: fields.to,
                kind: fields.kind,
              }))}
            />
          </Row>
          <section aria-labelledby="list">
            <SectionHead
              id="list"
              title="The same as a list"
              note="Employment and contract work, with the time that each took."
            />
            <EngagementList engagements={all} />
          </section>
        </>
      )}
    </Shell>
  )
}
