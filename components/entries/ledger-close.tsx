import { LastClauseMarked } from '@/components/prose/inline'
import { ReferenceList } from '@/components/site/references'
import { Row } from '@/components/site/sheet'
import { relatedTo } from '@/lib/content/links'
import type { Ledger } from '@/lib/content/ledgers'
import { profile } from '@/lib/content/site'

/** The closing statement: what the ledger says, in a sentence. */
export function Thesis({ text }: { text: string }) {
  return (
    <Row className="thesis-row" rail={<p>Thesis</p>}>
      <blockquote className="thesis">
        <p>
          <LastClauseMarked text={text} />
        </p>
      </blockquote>
    </Row>
  )
}

/** How a ledger ends: I can be asked about it, and what backs it can be read. */
export function LedgerClose({ ledger }: { ledger: Ledger }) {
  const { availableFor, contact } = profile()
  const subject = encodeURIComponent(`Consultation: ${ledger.fields.system}`)
  const code = relatedTo(`ledger:${ledger.slug}`, 24)
    .filter((it) => it.entry.hasCode)
    .slice(0, 5)
  return (
    <Row className="ledger-close">
      <section aria-labelledby="consultation">
        <h2 id="consultation">Available for consultation</h2>
        <p className="entry-text">
          {availableFor} Write to <a href={`mailto:${contact.email}?subject=${subject}`}>{contact.email}</a>; I answer within{' '}
          {contact.repliesWithin}.
        </p>
      </section>
      {code.length > 0 && (
        <section aria-labelledby="code">
          <h2 id="code">Review the code</h2>
          <p className="entry-text">
            What these decisions look like in code stands in the pieces below. Their code is type-checked or parsed, and where it
            says so, run by the tests of this site.
          </p>
          <ReferenceList rows={code} />
        </section>
      )}
    </Row>
  )
}
