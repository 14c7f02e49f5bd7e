import { criticalPath, selfTimes } from './critical-path'
import type { Distribution } from './distribution'
import type { Span } from './span'
import { stageIds, type StageId } from './stages'
import type { Trace } from './trace'

export type Difference = {
  readonly key: string
  readonly unit: 'us' | 'count' | 'share' | 'word'
  readonly a: number | string | null
  readonly b: number | string | null
  /** b minus a; null where one side is missing or the row is no number. */
  readonly difference: number | null
}

/** Two traces as a table; equal rows are there too, so that the reader sees what did not change. Stages that neither visits are not. */
export function compareTraces(a: Trace, b: Trace): Difference[] {
  const both = (key: string, unit: Difference['unit'], read: (trace: Trace) => Difference['a']): Difference =>
    row(key, unit, read(a), read(b))
  return [
    both('status', 'word', ({ answer }) => answer.status),
    both('reason', 'word', ({ answer }) => answer.reason),
    both('writtenBy', 'word', ({ answer }) => answer.writtenBy),
    both('response', 'us', ({ responseMicros }) => responseMicros),
    both('finished', 'us', ({ finishedMicros }) => finishedMicros),
    both('attempts', 'count', ({ request }) => request.attempts),
    ...stageIds.flatMap((stage) => [
      both(`self:${stage}`, 'us', ({ spans }) => timeIn(stage, spans, selfTimes(spans))),
      both(`critical:${stage}`, 'us', ({ spans }) => timeIn(stage, spans, criticalTimes(spans))),
    ]),
  ].filter(({ a: left, b: right }) => left !== null || right !== null)
}

export function compareDistributions(a: Distribution, b: Distribution): Difference[] {
  const shares = ['errors', 'refusals', 'edgeHits', 'cacheHits', 'retried', 'withinBudget'] as const
  return [
    ...a.response.map((entry, at) => row(`p${entry.percent}`, 'us', entry.value, b.response[at]?.value ?? null)),
    ...shares.map((key) => row(key, 'share', a[key].share, b[key].share)),
  ]
}

function row(key: string, unit: Difference['unit'], a: Difference['a'], b: Difference['b']): Difference {
  const isComparable = typeof a === 'number' && typeof b === 'number' && unit !== 'word'
  return { key, unit, a, b, difference: isComparable ? b - a : null }
}

/** Null where no span of the stage is there. */
function timeIn(stage: StageId, spans: readonly Span[], times: readonly number[]): number | null {
  const visits = spans.filter((span) => span.stage === stage)
  return visits.length === 0 ? null : visits.reduce((sum, { id }) => sum + times[id]!, 0)
}

function criticalTimes(spans: readonly Span[]): number[] {
  const times = spans.map(() => 0)
  for (const { span, start, end } of criticalPath(spans)) times[span]! += end - start
  return times
}
