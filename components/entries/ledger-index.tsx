import type { Ledger } from '@/lib/content/ledgers'

export function LedgerIndex({ ledgers }: { ledgers: readonly Ledger[] }) {
  return (
    <ul className="index">
      {ledgers.map(({ slug, href, fields }) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <span className="number">[{fields.entry}]</span>
          </span>
          <span className="body">
            <a className="name" href={href}>
              {fields.system}
            </a>
            <span className="subject">{fields.is}</span>
            <span className="kind">{fields.style}</span>
            <span className="language">{fields.modules.length} modules</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
