import { criticalPath } from './critical-path'
import { durationOf, type Span } from './span'
import { stageNumber } from './stages'
import type { TraceStep } from './steps'
import type { ToggleEffect } from './toggle-effects'
import type { Trace } from './trace'
import { fillIn, say, type Words } from './words'

export function formatMicros(micros: number): string {
  if (micros < 1_000) return `${micros} µs`
  if (micros < 100_000) return `${(micros / 1_000).toFixed(1)} ms`
  return micros < 10_000_000 ? `${Math.round(micros / 1_000)} ms` : `${(micros / 1_000_000).toFixed(1)} s`
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

export function describeTrace({ answer, sent, responseMicros, finishedMicros, spans, request }: Trace, words: Words): string[] {
  const lines = [
    say(words, 'answer', {
      status: answer.status,
      took: formatMicros(responseMicros),
      writtenBy: words.stages[answer.writtenBy].name,
      reason: words.reasons[answer.reason],
    }),
  ]
  if (sent.reason !== answer.reason) lines.push(say(words, 'sentLine', { status: sent.status }))
  const [longest] = criticalPath(spans).sort((a, b) => b.end - b.start - (a.end - a.start))
  if (longest) {
    const took = longest.end - longest.start
    const percent = Math.round((took * 100) / responseMicros)
    lines.push(say(words, 'longest', { span: nameSpan(spans[longest.span]!, words), took: formatMicros(took), percent }))
  }
  if (finishedMicros > responseMicros) lines.push(say(words, 'afterwards', { took: formatMicros(finishedMicros) }))
  if (request.async === 'dead-lettered') lines.push(words.sentences.deadLettered)
  return lines
}

export function describeToggle({ stage, mode, effect, decidedBy }: ToggleEffect, words: Words): string {
  const text = fillIn(words.effects[effect], { decidedBy: words.stages[decidedBy].name })
  return say(words, mode === 'fail' ? 'toggleFails' : 'toggleSlow', { name: words.stages[stage].name, effect: text })
}
