import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Chapter } from '@/components/entries/chapter'
import { Decisions } from '@/components/entries/decisions'
import { Headline, Triptych } from '@/components/entries/headline'
import { Body } from '@/components/prose/body'
import { Brief } from '@/components/prose/brief'
import { Contents } from '@/components/prose/contents'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { PageEnd } from '@/components/site/page-end'
import { Facts, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { SkillLinks } from '@/components/site/skill-links'
import { caseStudies } from '@/lib/content/case-studies'
import { chapter } from '@/lib/content/chapters'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { entryNumber } from '@/lib/content/projects'
import { readingMinutes } from '@/lib/content/reading-time'
import { selectedWork } from '@/lib/content/selected'
import { entriesOf, entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    entriesOf(caseStudies).map(({ slug }) => ({ slug })),
    { slug: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (slug === noAddress) return {}
  const { title, summary } = entryBySlug(caseStudies, slug).fields
  return { title, description: summary }
}

export default async function CaseStudy({ params }: Props) {
  const { slug } = await params
  if (slug === noAddress) notFound()
  const document = entryBySlug(caseStudies, slug)
  const { fields, source, outline } = document
  const studies = selectedWork()
  const project = studies.find((it) => it.study.slug === slug)?.project
  const { previous, next } = neighboursIn(
    studies.map((it) => it.study),
    slug,
  )
  const way = (it: typeof previous) => it && { href: it.href, title: it.fields.title }
  const chapters = [
    ...outline.headings,
    ...chapter('decisions', 'Decisions', fields.decisions.length > 0),
    ...chapter('differently', 'What I would do differently', fields.wouldDoDifferently.length > 0),
  ]
  return (
    <Shell here="work">
      <article>
        <PageTitle
          number={project && entryNumber(project.fields.entry)}
          note={
            <>
              <span className="line">Case study</span>
              {project && (
                <span className="line">
                  <a href={project.href}>{project.fields.title}</a>
                </span>
              )}
              <Facts
                facts={[
                  { term: 'Published', says: <time dateTime={fields.date}>{fields.date}</time> },
                  { term: 'Length', says: `${readingMinutes(outline.words)} min` },
                ]}
              />
            </>
          }
          title={fields.title}
          lead={fields.summary}
        />
        <Headline claims={fields.claims} slug={slug} />
        <Triptych problem={fields.problem} approach={fields.approach} result={fields.result} />
        <Row rail={<Contents headings={chapters} title="In this study" />} className="text-row">
          <Brief sentences={fields.brief} />
          <div className="chapters">
            <Body of={document} numbered />
            <Chapter id="decisions" title="Decisions" of={fields.decisions}>
              <Decisions decisions={fields.decisions} />
            </Chapter>
            <Chapter id="differently" title="What I would do differently" of={fields.wouldDoDifferently}>
              <ol className="differently">
                {fields.wouldDoDifferently.map((it) => (
                  <li key={it}>{it}</li>
                ))}
              </ol>
            </Chapter>
          </div>
          <SkillLinks skills={fields.skills} />
          <PageEnd reference={`case-study:${slug}`} title={fields.title} source={source} />
        </Row>
        <Neighbours
          label="Case studies"
          all={{ href: '/case-studies/', title: 'All case studies' }}
          previous={way(previous)}
          next={way(next)}
        />
      </article>
    </Shell>
  )
}
