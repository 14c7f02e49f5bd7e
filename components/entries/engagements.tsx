import { Body } from '@/components/prose/body'
import { Row } from '@/components/site/sheet'
import { SkillLinks } from '@/components/site/skill-links'
import { todayInUtc } from '@/lib/content/dates'
import { lengthInMonths, shortMonth, spokenLength } from '@/lib/content/engagements'
import type { Engagement } from '@/lib/content/experience'
import { roles } from '@/lib/content/vocabulary'

export const Period = ({ from, to }: { from: string; to: string }) => (
  <>
    <time dateTime={from}>{shortMonth(from)}</time> to {to === 'present' ? 'now' : <time dateTime={to}>{shortMonth(to)}</time>}
  </>
)

export function EngagementList({ engagements }: { engagements: readonly Engagement[] }) {
  const today = todayInUtc().slice(0, 7)
  return engagements.map((engagement, index) => {
    const { slug, fields } = engagement
    const { from, to, kind, title, summary } = fields
    const forRoles = roles().filter((it) => fields.roles.includes(it.slug))
    return (
      <Row
        key={slug}
        id={slug}
        as="article"
        rule="opens"
        className="entry"
        rail={
          <>
            <span className="number">{index + 1}</span>
            <span className="line">
              <Period from={from} to={to} />
            </span>
            <span className="line">{spokenLength(lengthInMonths(from, to, today))}</span>
            <span className="line">{kind === 'contract' ? 'Contract' : 'Employment'}</span>
          </>
        }
      >
        <h3>{title}</h3>
        <p className="entry-text competency-summary">{summary}</p>
        <Body of={engagement} />
        {forRoles.length > 0 && (
          <p className="skill-links">
            <span className="note">Read for</span>
            {forRoles.map((it) => (
              <a key={it.slug} href={`/for/${it.slug}/`}>
                {it.title}
              </a>
            ))}
          </p>
        )}
        <SkillLinks skills={fields.skills} />
      </Row>
    )
  })
}
