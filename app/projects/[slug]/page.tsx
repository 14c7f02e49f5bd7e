import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectResults } from '@/components/entries/project-results'
import { Body } from '@/components/prose/body'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { PageEnd } from '@/components/site/page-end'
import { Datasheet, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { SkillLinks } from '@/components/site/skill-links'
import { allProjects, domainName } from '@/lib/content/filters'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { entryNumber, projects } from '@/lib/content/projects'
import { selectedWork } from '@/lib/content/selected'
import { entryBySlug } from '@/lib/content/store'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    allProjects().map(({ slug }) => ({ slug })),
    { slug: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (slug === noAddress) return {}
  const { title, summary } = entryBySlug(projects, slug).fields
  return { title, description: summary }
}

export default async function Project({ params }: Props) {
  const { slug } = await params
  if (slug === noAddress) notFound()
  const document = entryBySlug(projects, slug)
  const { fields, source } = document
  const study = selectedWork().find((it) => it.project.slug === slug)?.study
  const { previous, next } = neighboursIn(allProjects(), slug)
  const way = (it: typeof previous) => it && { href: it.href, title: it.fields.title, number: entryNumber(it.fields.entry) }
  return (
    <Shell here="work">
      <article>
        <PageTitle
          number={entryNumber(fields.entry)}
          note={<span className="line">{fields.kind.charAt(0).toUpperCase() + fields.kind.slice(1)}</span>}
          title={fields.title}
          lead={fields.is}
        >
          <Datasheet
            terms={[
              { term: 'Language', says: <b>{fields.language}</b> },
              { term: 'Domain', says: domainName(fields.domain) },
              { term: 'Stack', says: fields.stack.join(', ') },
              { term: 'Subjects', says: fields.tags.join(', ') },
            ]}
          />
        </PageTitle>
        <Row className="text-row">
          <Body of={document} />
          {study && <ProjectResults study={study} />}
          <SkillLinks skills={fields.skills} />
          {fields.repository && (
            <p className="more">
              <a href={fields.repository}>The code</a>
            </p>
          )}
          <PageEnd reference={`project:${slug}`} title={fields.title} source={source} />
        </Row>
        <Neighbours label="Projects" all={{ href: '/projects/', title: 'All work' }} previous={way(previous)} next={way(next)} />
      </article>
    </Shell>
  )
}
