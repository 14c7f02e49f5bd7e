import { formatMicros, nameSpan } from '@/lib/lifecycle/describe'
import { payloadOf } from '@/lib/lifecycle/payload'
import { durationOf, type Span } from '@/lib/lifecycle/span'
import type { Trace } from '@/lib/lifecycle/trace'
import type { Words } from '@/lib/lifecycle/words'

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

export function PayloadView({ trace, span, words }: { trace: Trace; span: Span; words: Words }) {
  const { reads, adds } = payloadOf(span, trace, words)
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
