import { linksTo, relatedTo } from '@/lib/content/links'
import { longDate } from '@/lib/content/dates'
import { profile } from '@/lib/content/site'
import { ReferenceList } from './references'

type Change = { readonly date: string; readonly what: string }

type PageEndProps = {
  /** `article:exactly-once`: what this page is, as others name it. */
  reference: string
  title: string
  /** The file it was written in. */
  source: string
  changes?: readonly Change[]
}

/** What every piece ends with: evidence near it, what leads here, what was changed, and where to correct it. */
export function PageEnd({ reference, title, source, changes = [] }: PageEndProps) {
  const related = relatedTo(reference)
  const named = new Set(related.map((it) => it.entry.reference))
  const here = linksTo(reference).filter((it) => !named.has(it.reference))
  return (
    <div className="page-end">
      {related.length > 0 && (
        <section className="end-section" aria-labelledby="related">
          <h2 id="related" className="end-head">
            Related evidence
          </h2>
          <ReferenceList rows={related} />
        </section>
      )}
      {here.length > 0 && (
        <section className="end-section" aria-labelledby="links-here">
          <h2 id="links-here" className="end-head">
            What links here
          </h2>
          <ReferenceList rows={here.map((entry) => ({ entry }))} />
        </section>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
      <Correct title={title} source={source} />
    </div>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <section className="end-section" aria-labelledby="changes">
      <h2 id="changes" className="end-head">
        Changes
      </h2>
      <ul className="references changes">
        {changes
          .toSorted((a, b) => b.date.localeCompare(a.date))
          .map(({ date, what }) => (
            <li key={date + what}>
              <time dateTime={date}>{longDate(date)}</time>
              <span>{what}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** The file itself where its repository is public (a link called "Source" in the profile), else a letter. */
function Correct({ title, source }: { title: string; source: string }) {
  const { links, contact } = profile()
  const repository = links.find((it) => it.label.toLowerCase() === 'source')?.url.replace(/\/$/, '')
  const path = `content/${source}`
  return (
    <p className="note correct">
      {repository ? (
        <a href={`${repository}/edit/main/${path}`}>Edit this page</a>
      ) : (
        <a href={`mailto:${contact.email}?subject=${encodeURIComponent(`Correction: ${title}`)}`}>Suggest a correction</a>
      )}
      <span>
        Printed from <code>{path}</code>
      </span>
    </p>
  )
}
