import type { Frame } from '@/lib/queue/frame'
import { countText } from './format'
import { tallyOf } from './words'

const LISTED = 20

/** What lies in the dead-letter queue at this moment, to be put back one by one or all at once. */
export function DeadLetters({ frame, onRedrive }: { frame: Frame; onRedrive: (message: number) => void }) {
  const { dead } = tallyOf(frame)
  const letters = frame.dots.filter((it) => it.place === 'dead').slice(0, LISTED)
  if (dead === 0) return <p className="bq-remark">No dead letters at this moment.</p>
  return (
    <>
      <p className="bq-remark">
        {`${countText(dead)} ${dead === 1 ? 'dead letter' : 'dead letters'} at this moment${letters.length < dead ? `, the first ${letters.length} of them here` : ''}. `}
        <button type="button" onClick={() => onRedrive(-1)}>
          Redrive all
        </button>
      </p>
      <ul className="bq-dead">
        {letters.map(({ id, key, attempt, isPoison }) => (
          <li key={id}>
            <span>{`#${id}, tenant ${key}, ${attempt} ${attempt === 1 ? 'attempt' : 'attempts'}${isPoison ? ', poison' : ''}`}</span>
            <button type="button" onClick={() => onRedrive(id)} aria-label={`Redrive message ${id}`}>
              Redrive
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
