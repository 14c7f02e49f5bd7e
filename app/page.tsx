import { ContactEntry } from '@/components/entries/contact-entry'
import { ArticleIndex } from '@/components/entries/article-index'
import { Hero } from '@/components/entries/hero'
import { LabIndex } from '@/components/entries/lab-index'
import { LedgerIndex } from '@/components/entries/ledger-index'
import { ProjectIndex } from '@/components/entries/project-index'
import { FocusAreas, Rules } from '@/components/entries/rules'
import { SelectedWork } from '@/components/entries/selected-work'
import { SystemsFigure } from '@/components/entries/systems-figure'
import { Row, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { firstYear } from '@/lib/content/engagements'
import { allProjects } from '@/lib/content/filters'
import { byLedgerNumber, ledgers } from '@/lib/content/ledgers'
import { entryNumber } from '@/lib/content/projects'
import { selectedWork } from '@/lib/content/selected'
import { profile } from '@/lib/content/site'
import { entriesOf } from '@/lib/content/store'
import { systemsOfHome } from '@/lib/content/systems'
import { pieces } from '@/lib/content/writing'

export default function Home() {
  const owner = profile()
  const work = allProjects()
  const selected = selectedWork()
  const systems = systemsOfHome()
  const all = byLedgerNumber(entriesOf(ledgers))
  const latest = pieces().slice(0, 6)
  return (
    <Shell>
      <Hero owner={owner} since={firstYear()} />
      {systems && <SystemsFigure figure={systems.figure} />}
      {selected.length > 0 && (
        <section aria-labelledby="selected">
          <SectionHead
            id="selected"
            title="Selected work"
            note="Hollow bar: before. Filled bar: after. Each pair is drawn to one scale."
          />
          <SelectedWork selected={selected} />
        </section>
      )}
      {work.length > 0 && (
        <section aria-labelledby="index">
          <SectionHead
            id="index"
            title="Index"
            note="All projects. The number is marked where a case study tells the whole story."
          />
          <ProjectIndex projects={work} />
        </section>
      )}
      {all.length > 0 && (
        <section aria-labelledby="ledgers">
          <SectionHead id="ledgers" title="Architecture ledgers" note={<a href="/ledgers/">Compared side by side</a>} />
          <LedgerIndex ledgers={all} />
        </section>
      )}
      <section aria-labelledby="lab">
        <SectionHead id="lab" title="Lab" note="Instruments to operate and to break. They run in the page and on no server." />
        <LabIndex />
      </section>
      {owner.howIWork.length > 0 && (
        <section aria-labelledby="how">
          <SectionHead id="how" title="How I work" note={<a href="/how-i-work/">With what follows from each rule</a>} />
          <Rules rules={owner.howIWork} />
        </section>
      )}
      {owner.focusAreas.length > 0 && (
        <section aria-labelledby="focus">
          <SectionHead id="focus" title="Focus areas" note={<a href="/skills/">Skills with their evidence</a>} />
          <FocusAreas areas={owner.focusAreas} />
        </section>
      )}
      {latest.length > 0 && (
        <section aria-labelledby="writing">
          <SectionHead id="writing" title="Latest writing" note="Long notes with code that is run and figures drawn from data." />
          <ArticleIndex pieces={latest} />
          <Row className="more">
            <a href="/writing/">All writing</a>, <a href="/reports/">technical reports</a>
          </Row>
        </section>
      )}
      <ContactEntry contact={owner.contact} number={entryNumber(work.length + 1)} />
    </Shell>
  )
}
