import type { Metadata } from 'next'
import { SkillIndex } from '@/components/entries/skill-index'
import { Blank, PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { skills } from '@/lib/content/vocabulary'

export const metadata: Metadata = {
  title: 'Skills and their evidence',
  description:
    'Each skill with the case studies, ledgers, projects, reports and articles that prove it, instead of bars and logos.',
}

export default function Skills() {
  return (
    <Shell>
      <PageTitle title="Skills and their evidence" lead="No bars, no logos: a skill is as good as what can be shown for it." />
      {skills().length === 0 ? <Blank>No skill is listed yet.</Blank> : <SkillIndex skills={skills()} />}
    </Shell>
  )
}
