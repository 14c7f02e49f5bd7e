import { criticalPath } from './critical-path'
import { formatDifference, formatMicros } from './describe'
import type { Span } from './span'
import type { ToggleEffect } from './toggle-effects'
import type { Trace } from './trace'
import type { Without } from './without'
import { fillIn, say, type Words } from './words'

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
  lines.push(say(words, 'spent', { parts: whereTimeWent(spans, responseMicros, words) }))
  if (finishedMicros > responseMicros) lines.push(say(words, 'afterwards', { took: formatMicros(finishedMicros) }))
  if (request.async === 'dead-lettered') lines.push(words.sentences.deadLettered)
  return lines
}

/** Distance and waits are nobody's work, whichever stage they belong to. */
function nameOfTime({ stage, part }: Span, words: Words): string {
  if (part.startsWith('wire')) return words.sentences.wires
  return part === 'backoff' || part === 'connect' ? words.parts[part] : words.stages[stage].name
}

const partsNamed = 3

/** The stages that the critical path spent most in, all their visits together, and the rest as one. */
function whereTimeWent(spans: readonly Span[], responseMicros: number, words: Words): string {
  const sums = new Map<string, number>()
  for (const { span, start, end } of criticalPath(spans)) {
    const name = nameOfTime(spans[span]!, words)
    sums.set(name, (sums.get(name) ?? 0) + end - start)
  }
  const parts = [...sums].sort((a, b) => b[1] - a[1])
  const rest = parts.splice(partsNamed).reduce((sum, [, micros]) => sum + micros, 0)
  if (rest > 0) parts.push([words.sentences.elsewhere, rest])
  return parts
    .map(([name, micros]) =>
      say(words, 'spentIn', { name, took: formatMicros(micros), percent: Math.round((micros * 100) / responseMicros) }),
    )
    .join(', ')
}

/** What a failure did to this request: how it would have ended had the stage been sound. */
export function describeWithout({ status, responseMicros }: Without, trace: Trace, words: Words): string {
  const more = trace.responseMicros - responseMicros
  if (status === trace.answer.status && more === 0) return words.sentences.withoutSame
  const took = formatMicros(responseMicros)
  return say(words, 'without', { status, took, difference: formatDifference(-more) })
}

export function describeToggle({ stage, mode, effect, decidedBy }: ToggleEffect, words: Words): string {
  const text = fillIn(words.effects[effect], { decidedBy: words.stages[decidedBy].name })
  return say(words, mode === 'fail' ? 'toggleFails' : 'toggleSlow', { name: words.stages[stage].name, effect: text })
}
