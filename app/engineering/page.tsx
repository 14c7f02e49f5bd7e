import type { Metadata } from 'next'
import { ArticleIndex } from '@/components/entries/article-index'
import { AiSystemEntry, CompetencyEntry, ProblemEntry } from '@/components/entries/engineering-entries'
import { Blank, PageTitle, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allAiSystems, allCompetencies, allFaqs, allProblems, deepDives } from '@/lib/content/engineering'

export const metadata: Metadata = {
  title: 'Engineering',
  description:
    'Problems solved from symptom to remedy, AI systems in production with their fallbacks, competencies, deep dives and questions.',
}

export default function Engineering() {
  const [problems, systems, competencies, dives, questions] = [
    allProblems(),
    allAiSystems(),
    allCompetencies(),
    deepDives(),
    allFaqs(),
  ]
  const sections = [
    { id: 'problems', name: 'Problems solved', count: problems.length },
    { id: 'ai', name: 'AI in production', count: systems.length },
    { id: 'competencies', name: 'Competencies', count: competencies.length },
    { id: 'dives', name: 'Deep dives', count: dives.length },
    { id: 'questions', name: 'Questions', count: questions.length },
  ]
  const isEmpty = sections.every((it) => it.count === 0)
  return (
    <Shell here="engineering">
      <PageTitle title="Engineering" lead="From a symptom to what helped, each with the place where it can be checked.">
        {!isEmpty && (
          <nav className="sections" aria-label="On this page">
            <ul className="index-links">
              {sections
                .filter((it) => it.count > 0)
                .map(({ id, name, count }) => (
                  <li key={id}>
                    <a href={`#${id}`}>
                      {name}
                      <small>{count}</small>
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        )}
      </PageTitle>
      {isEmpty && (
        <Blank>
          Nothing is entered here yet. The <a href="/projects/">projects</a> say what was built.
        </Blank>
      )}
      {problems.length > 0 && (
        <section aria-labelledby="problems">
          <SectionHead id="problems" title="Problems solved" note="Cross: what was noticed. Marked: what helped." />
          {problems.map((it) => (
            <ProblemEntry key={it.slug} problem={it} />
          ))}
        </section>
      )}
      {systems.length > 0 && (
        <section aria-labelledby="ai">
          <SectionHead
            id="ai"
            title="AI in production"
            note="The model as one part of a larger system, with an answer for when it is away."
          />
          {systems.map((it) => (
            <AiSystemEntry key={it.slug} system={it} />
          ))}
        </section>
      )}
      {competencies.length > 0 && (
        <section aria-labelledby="competencies">
          <SectionHead id="competencies" title="Competencies" note={<a href="/skills/">Each skill with its evidence</a>} />
          {competencies.map((it) => (
            <CompetencyEntry key={it.slug} competency={it} />
          ))}
        </section>
      )}
      {dives.length > 0 && (
        <section aria-labelledby="dives">
          <SectionHead id="dives" title="Deep dives" note={<a href="/writing/">All writing</a>} />
          <ArticleIndex pieces={dives} />
        </section>
      )}
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <SectionHead id="questions" title="Questions" note={<a href="/faq/">All answers on one page</a>} />
          {questions.map(({ slug, href, fields }, index) => (
            <Row key={slug} rule={index === 0 ? 'opens' : 'ruled'} className="rule-row">
              <h3>
                <a href={href}>{fields.title}</a>
              </h3>
              <p className="entry-text">{fields.short}</p>
            </Row>
          ))}
        </section>
      )}
    </Shell>
  )
}
