import type { ShownFinding } from './explorer-props'

export function FindingsPanel({ findings, focusOn }: { findings: readonly ShownFinding[]; focusOn: (table: string) => void }) {
  if (findings.length === 0) return <p>No rule has anything to say.</p>
  return (
    <ul className="erd-findings">
      {findings.map((it) => (
        <li key={it.id}>
          <b className={`erd-severity-${it.severity}`}>{it.severity}</b>{' '}
          <button type="button" onClick={() => focusOn(it.table)}>
            {it.place}
          </button>
          <p>{it.explanation}</p>
          <a href={it.columnHref}>column</a> <a href={it.lineHref}>line {it.line}</a>
        </li>
      ))}
    </ul>
  )
}
