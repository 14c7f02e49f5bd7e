import { SectionHead } from '@/components/site/sheet'
import { kindNames } from '@/lib/content/catalogue'
import type { EvidenceGroup } from '@/lib/content/evidence'
import { EvidenceRow } from './evidence-row'

const plural: Partial<Record<EvidenceGroup['kind'], string>> = {
  'case-study': 'Case studies',
  'ai-system': 'AI in production',
  competency: 'Competencies',
  problem: 'Problems solved',
  experience: 'Experience',
}

/** What proves a skill, the strongest kind first. */
export function EvidenceGroups({ groups }: { groups: readonly EvidenceGroup[] }) {
  return groups.map(({ kind, entries }) => (
    <section key={kind} aria-labelledby={`kind-${kind}`}>
      <SectionHead id={`kind-${kind}`} title={plural[kind] ?? `${kindNames[kind]}s`} />
      {entries.map((entry, index) => (
        <EvidenceRow key={entry.reference} entry={entry} first={index === 0} />
      ))}
    </section>
  ))
}
