import type { NumberedLine } from '@/lib/topology/figure-text'

export type FigureListProps = { lines: readonly NumberedLine[]; shown: { landscape: boolean; portrait: boolean } }

/** What the numbers mean. Where the drawing already spells everything out, the list is for those who can't see it. */
export function FigureList({ lines, shown }: FigureListProps) {
  const hidden = `${shown.landscape ? '' : ' figure-list-not-landscape'}${shown.portrait ? '' : ' figure-list-not-portrait'}`
  return (
    <ol className={`figure-list${hidden}`}>
      {lines.map((line) => (
        <li key={line.number} className={`figure-list-${line.tone}`}>
          <span className="figure-list-number" aria-hidden="true">
            {line.number}
          </span>
          <span>
            <span className="figure-unseen">
              {line.from} to {line.to}, {line.way}:{' '}
            </span>
            {line.tone === 'mark' ? <mark>{line.says}</mark> : line.says}
          </span>
        </li>
      ))}
    </ol>
  )
}
