import { ProjectIndex } from '@/components/entries/project-index'
import { Datasheet, Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { byEntryNumber, entryNumber, projects } from '@/lib/content/projects'
import { profile } from '@/lib/content/site'
import { entriesOf } from '@/lib/content/store'

export default function Home() {
  const it = profile()
  const work = byEntryNumber(entriesOf(projects))
  return (
    <Shell>
      <div className="pt-16 phone:pt-6">
        <Row rail={<span className="number">{entryNumber(0)}</span>}>
          <p className="text-h3 text-ink-2">
            <b className="text-ink">{it.name}</b> {it.role}: {it.focusLine.join(', ')}
          </p>
          <h1 className="mt-5 max-w-[16em] text-statement font-medium leading-[1.1] tracking-[-.024em]">{it.statement}</h1>
          <Datasheet
            terms={[
              { term: 'Experience', says: `${it.experience.years} ${it.experience.of}` },
              { term: 'Specialities', says: it.specialisesIn.join(', ') },
              { term: 'Open to', says: <mark>{it.openTo.join(', ')}</mark> },
            ]}
          />
        </Row>
      </div>
      <SectionHead title="Index" note={`${work.length} projects, each with what it proves.`} />
      <ProjectIndex projects={work} />
      <div id="contact" className="pt-16">
        <Row rule="opens" rail={<span className="number">{entryNumber(work.length + 1)}</span>}>
          <h2 className="pt-6 text-h1">The next entry is blank.</h2>
          <p className="mt-6 text-h2 font-semibold">
            <a href={`mailto:${it.contact.email}`}>{it.contact.email}</a>
          </p>
        </Row>
      </div>
    </Shell>
  )
}
