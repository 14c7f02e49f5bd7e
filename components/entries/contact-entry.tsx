import { Row } from '@/components/site/sheet'
import type { Profile } from '@/lib/content/profile'

/** The last entry of the ledger is blank: it is the reader's. */
export function ContactEntry({ contact, number }: { contact: Profile['contact']; number: string }) {
  return (
    <section className="contact-entry" id="contact" aria-labelledby="contact-title">
      <Row
        rule="opens"
        rail={
          <>
            <span className="number">{number}</span>
            <span className="line">Open</span>
          </>
        }
      >
        <h2 id="contact-title">The next entry is blank.</h2>
        <p className="lead">
          If it could be about your system, write a line or two on what it must never do. I answer within {contact.repliesWithin}.
        </p>
        <p className="mail">
          <a href={`mailto:${contact.email}`}>
            <mark>{contact.email}</mark>
          </a>
        </p>
      </Row>
      <div aria-hidden="true" className="blank-lines">
        <i />
        <i />
        <i />
        <i />
      </div>
    </section>
  )
}
