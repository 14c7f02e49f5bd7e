import { describeTrace, formatMicros, nameSpan } from '@/lib/lifecycle/describe'
import { payloadOf } from '@/lib/lifecycle/payload'
import { durationOf } from '@/lib/lifecycle/span'
import type { Words } from '@/lib/lifecycle/words'
import type { Followed } from './following'

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <p className="lc-subtitle">{title}</p>
      {lines.length === 0 ? (
        <p className="lc-none">nothing</p>
      ) : (
        <ul className="lc-lines">
          {lines.map((it, at) => (
            <li key={at}>
              <code>{it}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function PayloadView({ followed, words, step }: { followed: Followed; words: Words; step: number }) {
  const { span } = followed.steps[step]!
  const { reads, adds } = payloadOf(span, followed.trace, words)
  return (
    <div className="lc-payload">
      <p>
        <b>{nameSpan(span, words)}</b>
        {`, ${formatMicros(durationOf(span))}: ${words.outcomes[span.outcome]}`}
      </p>
      <Lines title="Reads" lines={reads} />
      <Lines title="Adds" lines={adds} />
    </div>
  )
}

export function Answer({ followed, words }: { followed: Followed; words: Words }) {
  return (
    <ul className="lc-answer">
      {describeTrace(followed.trace, words).map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  )
}
