import { kindNames, type Listed } from '@/lib/content/catalogue'

export type ReferenceRow = { readonly entry: Listed; readonly why?: string }

/** Links to other entries: number, name, and what kind of evidence it is. */
export function ReferenceList({ rows }: { rows: readonly ReferenceRow[] }) {
  return (
    <ul className="references">
      {rows.map(({ entry, why }) => (
        <li key={entry.reference}>
          <span className="references-number">{entry.number}</span>
          <a href={entry.href}>{entry.title}</a>
          <span className="note">
            {kindNames[entry.kind]}
            {why && `, ${why}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
