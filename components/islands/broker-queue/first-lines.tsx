import { momentText } from './format'
import type { PrintedLine } from './view'

/** How the log begins, for a page that runs nothing, or not yet. */
export function FirstLines({ lines, of }: { lines: readonly PrintedLine[]; of: number }) {
  return (
    <>
      <div className="bq-lines bq-first-lines" tabIndex={0} role="region" aria-label="Event log, its beginning">
        <ol>
          {lines.map(({ at, id, text, isFault }, index) => (
            <li key={index} className={isFault ? 'bq-fault-text' : undefined}>
              <span>{momentText(at)}</span>
              <span>{id < 0 ? '' : `#${id}`}</span>
              <span>{`${isFault ? '× ' : ''}${text}`}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="bq-log-foot">{`The first ${lines.length} of ${of.toLocaleString('en-GB')} lines.`}</p>
    </>
  )
}
