import type { Metadata } from 'next'
import { WrittenPage } from '@/components/entries/written-page'
import { Datasheet, Row } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { profile } from '@/lib/content/site'

export const metadata: Metadata = {
  title: 'Contact',
  description: 'How to write to me, what about, what helps me to answer well, and how long it takes.',
}

export default function Contact() {
  const { contact, availableFor, openTo, links } = profile()
  return (
    <Shell here="contact">
      <WrittenPage
        slug="contact"
        title="Contact"
        above={
          <Row>
            <p className="mail">
              <a href={`mailto:${contact.email}`}>
                <mark>{contact.email}</mark>
              </a>{' '}
              <copy-text data-text={contact.email} />
            </p>
            <p className="note card-link">
              <a href="/contact.vcf" download>
                vCard for an address book
              </a>{' '}
              <a href="/cv/">CV, one page</a>
            </p>
            <Datasheet
              terms={[
                { term: 'Answer', says: `within ${contact.repliesWithin}` },
                { term: 'Good subjects', says: contact.topics.join(', ') },
                { term: 'Roles', says: openTo.join(', ') },
                { term: 'Consultation', says: availableFor },
                ...links.map(({ label, url }) => ({ term: label, says: <a href={url}>{url.replace(/^https:\/\//, '')}</a> })),
              ]}
            />
          </Row>
        }
      />
    </Shell>
  )
}
