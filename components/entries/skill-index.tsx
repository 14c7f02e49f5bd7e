import { Row } from '@/components/site/sheet'
import { countedKind } from '@/lib/content/catalogue'
import { evidenceFor, groupEvidence } from '@/lib/content/evidence'
import { hrefOfWord } from '@/lib/content/routes'
import type { Skill } from '@/lib/content/vocabulary-schema'

/** Skills by group, each with what proves it, counted by kind. */
export function SkillIndex({ skills }: { skills: readonly Skill[] }) {
  const groups = [...new Set(skills.map((it) => it.group))]
  return groups.map((group) => (
    <section key={group} className="year" aria-label={group}>
      <Row>
        <h2>{group}</h2>
      </Row>
      <ul className="index short">
        {skills
          .filter((it) => it.group === group)
          .map(({ slug, name }) => {
            const evidence = evidenceFor(slug)
            return (
              <li key={slug} className="row ruled">
                <span className="rail">{evidence.length}</span>
                <span className="body">
                  <a className="name" href={hrefOfWord.skill(slug)}>
                    {name}
                  </a>
                  <span className="subject">
                    {groupEvidence(evidence)
                      .map((it) => countedKind(it.kind, it.entries.length))
                      .join(', ') || 'nothing shown yet'}
                  </span>
                </span>
              </li>
            )
          })}
      </ul>
    </section>
  ))
}
