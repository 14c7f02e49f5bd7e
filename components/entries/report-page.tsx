import { Body } from '@/components/prose/body'
import { Brief } from '@/components/prose/brief'
import { Contents } from '@/components/prose/contents'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { PageEnd } from '@/components/site/page-end'
import { Datasheet, Facts, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { SkillLinks } from '@/components/site/skill-links'
import { allReports } from '@/lib/content/all-reports'
import { readingMinutes } from '@/lib/content/reading-time'
import type { Report } from '@/lib/content/reports'
import type { StoredEntry } from '@/lib/content/store'
import { Superseded } from './superseded'

export function ReportPage({ report }: { report: StoredEntry<Report['fields']> }) {
  const { fields, outline, slug, source } = report
  const { previous, next } = neighboursIn(allReports().toReversed(), slug)
  const way = (it: typeof previous) => it && { href: it.href, title: it.title, number: `[R${it.number}]` }
  return (
    <Shell here="writing">
      <article>
        <PageTitle
          number={`[R${fields.number}]`}
          note={
            <Facts
              facts={[
                { term: 'Published', says: <time dateTime={fields.date}>{fields.date}</time> },
                { term: 'Length', says: `${readingMinutes(outline.words)} min` },
              ]}
            />
          }
          title={fields.title}
        >
          <Datasheet
            terms={[
              { term: 'Kind', says: <b>Internal technical report</b> },
              { term: 'Year', says: String(fields.year) },
              { term: 'Subjects', says: fields.tags.join(', ') },
            ]}
          />
          <section className="abstract-block" aria-labelledby="abstract">
            <h2 id="abstract">Abstract</h2>
            <p className="abstract">{fields.abstract}</p>
          </section>
        </PageTitle>
        <Row rail={<Contents headings={outline.headings} />} className="text-row">
          {fields.supersededBy && <Superseded by={fields.supersededBy} />}
          <Brief sentences={fields.brief} />
          <div className="chapters">
            <Body of={report} numbered />
          </div>
          <SkillLinks skills={fields.skills} />
          <PageEnd reference={`report:${slug}`} title={fields.title} source={source} />
        </Row>
        <Neighbours label="Reports" all={{ href: '/reports/', title: 'All reports' }} previous={way(previous)} next={way(next)} />
      </article>
    </Shell>
  )
}
