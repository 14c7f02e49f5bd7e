import type { Ledger } from '@/lib/content/ledgers'

/** The ledgers side by side: the same five questions put to each system. On a phone each becomes a block of its own. */
export function LedgerTable({ ledgers }: { ledgers: readonly Ledger[] }) {
  return (
    <table className="comparison">
      <caption className="unseen">Architecture ledgers compared</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">System</th>
          <th scope="col">Style and modules</th>
          <th scope="col">Consistency</th>
          <th scope="col">What scales</th>
        </tr>
      </thead>
      <tbody>
        {ledgers.map(({ slug, href, fields }) => (
          <tr key={slug}>
            <td className="comparison-number">[{fields.entry}]</td>
            <th scope="row">
              <a href={href}>{fields.system}</a>
              <span className="note">{fields.category}</span>
            </th>
            <td data-column="Style and modules">
              <b>{fields.style}</b>
              <span className="note">{fields.modules.map((it) => it.name).join(', ')}</span>
            </td>
            <td data-column="Consistency">{fields.consistency}</td>
            <td data-column="What scales">{fields.scaleVector}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
