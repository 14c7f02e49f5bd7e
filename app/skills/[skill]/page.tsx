import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EvidenceGroups } from '@/components/entries/evidence-groups'
import { Blank, PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { evidenceFor, groupEvidence } from '@/lib/content/evidence'
import { noAddress, orNoAddress } from '@/lib/content/parameters'
import { skills } from '@/lib/content/vocabulary'

type Props = { params: Promise<{ skill: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  orNoAddress(
    skills().map(({ slug }) => ({ skill: slug })),
    { skill: noAddress },
  )

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { skill } = await params
  const found = skills().find((it) => it.slug === skill)
  return found
    ? {
        title: found.name,
        description: `What there is to show for ${found.name}: case studies, ledgers, projects, reports and articles.`,
      }
    : {}
}

export default async function SkillPage({ params }: Props) {
  const { skill } = await params
  const found = skills().find((it) => it.slug === skill)
  if (!found) notFound()
  const evidence = evidenceFor(skill)
  return (
    <Shell>
      <PageTitle
        note={<a href="/skills/">{found.group}</a>}
        title={found.name}
        lead={`What there is to show for it, in ${evidence.length} ${evidence.length === 1 ? 'place' : 'places'}.`}
      />
      {evidence.length === 0 ? (
        <Blank>
          Nothing is shown for it yet. <a href="/skills/">Other skills</a> have their evidence.
        </Blank>
      ) : (
        <EvidenceGroups groups={groupEvidence(evidence)} />
      )}
    </Shell>
  )
}
