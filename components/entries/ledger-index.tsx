import type { Ledger } from '@/lib/content/ledgers'

/** On the home page: a line each. The comparison stands on the ledgers' own page. */
export function LedgerIndex({ ledgers }: { ledgers: readonly Ledger[] }) {
  return (
    <ol className="index">
      {ledgers.map(({ slug, href, fields }) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <span className="number">[{fields.entry}]</span>
          </span>
          <span className="body">
            <a className="name" href={href}>
              {fields.system}
            </a>
            <span className="subject">{fields.thesis}</span>
            <span className="kind">{fields.modules.length} modules</span>
            <span className="language">{fields.decisions.length} decisions</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
