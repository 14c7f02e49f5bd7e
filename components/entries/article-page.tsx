import { Body } from '@/components/prose/body'
import { Brief } from '@/components/prose/brief'
import { Contents } from '@/components/prose/contents'
import { TermList } from '@/components/prose/term-in-text'
import { Neighbours } from '@/components/site/neighbours'
import { PageEnd } from '@/components/site/page-end'
import { Facts, PageTitle, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { SkillLinks } from '@/components/site/skill-links'
import type { Article } from '@/lib/content/articles'
import { readingMinutes } from '@/lib/content/reading-time'
import { hrefOfWord } from '@/lib/content/routes'
import type { StoredEntry } from '@/lib/content/store'
import { categories, nameOf, tags } from '@/lib/content/vocabulary'
import { neighbours, type Piece } from '@/lib/content/writing'
import { SeriesNote } from './series'
import { Superseded } from './superseded'

type Fields = Article['fields']

function factsOf({ date, updated }: Fields, minutes: number) {
  return [
    { term: 'Published', says: <time dateTime={date}>{date}</time> },
    ...(updated ? [{ term: 'Revised', says: <time dateTime={updated}>{updated}</time> }] : []),
    { term: 'Length', says: `${minutes} min` },
  ]
}

export function ArticlePage({ article }: { article: StoredEntry<Fields> }) {
  const { fields, outline, slug, source } = article
  const { earlier, later } = neighbours(slug)
  const way = (it: Piece | undefined) => it && { href: it.href, title: it.title }
  const names = tags()
  return (
    <Shell here="writing">
      <article>
        <PageTitle
          note={
            <>
              <Facts facts={factsOf(fields, readingMinutes(outline.words))} />
              <span className="line">
                <a href={hrefOfWord.category(fields.category)}>{nameOf(categories(), fields.category)}</a>
              </span>
            </>
          }
          title={fields.title}
          lead={fields.summary}
        />
        <Row rail={<Contents headings={outline.headings} />} className="text-row">
          {fields.supersededBy && <Superseded by={fields.supersededBy} />}
          {fields.series && <SeriesNote series={fields.series} slug={slug} />}
          <Brief sentences={fields.brief} />
          <div className="chapters">
            <Body of={article} numbered />
          </div>
          <TermList slugs={fields.terms} />
          <p className="skill-links">
            <span className="note">Tags</span>
            {fields.tags.map((it) => (
              <a key={it} href={hrefOfWord.tag(it)}>
                {nameOf(names, it)}
              </a>
            ))}
          </p>
          <SkillLinks skills={fields.skills} />
          <PageEnd reference={`article:${slug}`} title={fields.title} source={source} changes={fields.changes} />
        </Row>
        <Neighbours
          label="Articles"
          all={{ href: '/writing/', title: 'All writing' }}
          previous={way(earlier)}
          next={way(later)}
          names={[earlier ? `Earlier, ${earlier.date}` : 'Earlier', later ? `Later, ${later.date}` : 'Later']}
          none="Not written yet"
        />
      </article>
    </Shell>
  )
}
