import { durationOf, type Span } from './span'
import { stageNumber } from './stages'
import type { TraceStep } from './steps'
import { say, type Words } from './words'

export function formatMicros(micros: number): string {
  if (micros < 1_000) return `${micros} µs`
  if (micros < 100_000) return `${(micros / 1_000).toFixed(1)} ms`
  return micros < 10_000_000 ? `${Math.round(micros / 1_000)} ms` : `${(micros / 1_000_000).toFixed(1)} s`
}

export function formatDifference(micros: number): string {
  return `${micros < 0 ? '−' : '+'}${formatMicros(Math.abs(micros))}`
}

/** The whole of a step in words, for readers who do not see the figure. */
export function describeStep({ at, span, phase, isAsync }: TraceStep, index: number, total: number, words: Words): string {
  return say(words, ({ enter: 'stepBegins', leave: 'stepEnds', pass: 'stepPasses' } as const)[phase], {
    step: index + 1,
    total,
    at: formatMicros(at),
    span: nameSpan(span, words),
    took: formatMicros(durationOf(span)),
    outcome: words.outcomes[span.outcome],
    apart: isAsync ? words.sentences.apart : '',
  })
}

export function nameSpan({ stage, part, attempt }: Span, words: Words): string {
  const name = say(words, 'spanName', { number: stageNumber(stage), name: words.stages[stage].name })
  const inside = part === 'whole' ? '' : say(words, 'spanPart', { part: words.parts[part] })
  return name + inside + (attempt > 1 ? say(words, 'spanAttempt', { attempt }) : '')
}
