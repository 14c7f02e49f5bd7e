import { Figure } from '@/components/figures/figure'
import { FigureCaption } from '@/components/figures/figure-caption'
import { Body } from '@/components/prose/body'
import { Brief } from '@/components/prose/brief'
import { Contents } from '@/components/prose/contents'
import { Neighbours, neighboursIn } from '@/components/site/neighbours'
import { PageEnd } from '@/components/site/page-end'
import { Datasheet, PageTitle, Row } from '@/components/site/sheet'
import { SkillLinks } from '@/components/site/skill-links'
import { chapter } from '@/lib/content/chapters'
import type { Ledger } from '@/lib/content/ledgers'
import type { StoredEntry } from '@/lib/content/store'
import { Chapter } from './chapter'
import { Decisions } from './decisions'
import { LedgerClose, Thesis } from './ledger-close'
import { Modules, Performance, PostMortem, Roadmap, Stairs } from './ledger-parts'

type LedgerArticleProps = { ledger: StoredEntry<Ledger['fields']>; all: readonly Ledger[] }

function chaptersOf({ fields, outline }: LedgerArticleProps['ledger']) {
  return [
    ...chapter('structure', 'Structure', true),
    ...outline.headings,
    ...chapter('decisions', 'Key decisions', fields.decisions.length > 0),
    ...chapter('post-mortem', 'Post-mortem', fields.postMortem.length > 0),
    ...chapter('performance', 'Performance', fields.performance.length > 0),
    ...chapter('scalability', 'Scalability', fields.scalability.length > 0),
    ...chapter('roadmap', 'Roadmap', fields.roadmap.length > 0),
  ]
}

/** A full ledger: what the system is, how it is cut, what was decided at which price, what went wrong, and what comes. */
export function LedgerArticle({ ledger, all }: LedgerArticleProps) {
  const { fields, slug, source } = ledger
  const { topology } = fields.figures
  const { previous, next } = neighboursIn(all, slug)
  const way = (it: Ledger | undefined) => it && { href: it.href, title: it.fields.system, number: `[${it.fields.entry}]` }
  return (
    <article>
      <PageTitle
        number={`[${fields.entry}]`}
        note={<span className="line">{fields.category}</span>}
        title={fields.system}
        lead={fields.is}
      >
        <Datasheet
          terms={[
            { term: 'Role', says: <b>{fields.role}</b> },
            {
              term: 'Architecture style',
              says: (
                <b>
                  <mark>{fields.style}</mark>
                </b>
              ),
            },
            { term: 'Consistency', says: fields.consistency },
            { term: 'What scales', says: fields.scaleVector },
          ]}
        />
      </PageTitle>
      {topology && (
        <Row className="figure-row" rail={<FigureCaption number={1} caption={topology.caption} as="p" />}>
          <Figure id={`${slug}-topology`} number={1} figure={topology} width="wide" caption="elsewhere" />
        </Row>
      )}
      <Row rail={<Contents headings={chaptersOf(ledger)} title="In this entry" />} className="text-row">
        <Brief sentences={fields.brief} />
        <div className="chapters">
          <Chapter id="structure" title="Structure">
            <div className="prose">
              <p>{fields.structure}</p>
              <p>{fields.rationale}</p>
            </div>
            <Modules modules={fields.modules} />
          </Chapter>
          <Body of={ledger} numbered figuresBefore={topology ? 1 : 0} />
          <Chapter id="decisions" title="Key decisions" of={fields.decisions}>
            <Decisions decisions={fields.decisions} />
          </Chapter>
          <Chapter id="post-mortem" title="Post-mortem" of={fields.postMortem}>
            <PostMortem items={fields.postMortem} figures={fields.figures} slug={slug} />
          </Chapter>
          <Chapter id="performance" title="Performance" of={fields.performance}>
            <Performance items={fields.performance} />
          </Chapter>
          <Chapter
            id="scalability"
            title="Scalability"
            of={fields.scalability}
            note="Each step has its trigger written down in advance. Until it fires, the step is not built."
          >
            <Stairs steps={fields.scalability} />
          </Chapter>
          <Chapter id="roadmap" title="Roadmap" of={fields.roadmap}>
            <Roadmap items={fields.roadmap} />
          </Chapter>
        </div>
      </Row>
      <Thesis text={fields.thesis} />
      <LedgerClose ledger={ledger} />
      <Row>
        <SkillLinks skills={fields.skills} />
        <PageEnd reference={`ledger:${slug}`} title={fields.title} source={source} />
      </Row>
      <Neighbours label="Ledgers" all={{ href: '/ledgers/', title: 'All ledgers' }} previous={way(previous)} next={way(next)} />
    </article>
  )
}
