import { describe, expect, it } from 'vitest'
import { criticalPath, selfTimes } from '@/lib/lifecycle/critical-path'
import { childrenOf, isAsync, type Span } from '@/lib/lifecycle/span'
import type { StageId } from '@/lib/lifecycle/stages'
import { followRequest, type Trace } from '@/lib/lifecycle/trace'
import { everySingleToggle, hashOfTrace } from '@/lib/lifecycle/trace-hash'
import { catalogueWords, scenarioNamed, scenarios } from './shipped-content'

const everyTrace: Trace[] = scenarios.flatMap((scenario) =>
  everySingleToggle().flatMap((toggles) => [1, 2, 3].map((seed) => followRequest(scenario, { seed, toggles }))),
)

function nameOf({ scenario, seed, toggles }: Trace): string {
  return `${scenario}, seed ${seed}, ${JSON.stringify(Object.entries(toggles).filter(([, mode]) => mode !== 'ok'))}`
}

/** The traces in which something is not as it should be; there must be none. */
function tracesWhere(isWrong: (trace: Trace) => boolean): string[] {
  return everyTrace.filter(isWrong).map(nameOf)
}

const visits = ({ spans }: Trace, ...stages: readonly StageId[]): Span[] => spans.filter(({ stage }) => stages.includes(stage))

describe('every trace (all scenarios, every stage slow or failed, three seeds)', () => {
  it('has whole microseconds, and nothing ends before it begins', () => {
    const isWrong = ({ start, end }: Span): boolean =>
      !Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start
    expect(tracesWhere(({ spans }) => spans.length === 0 || spans.some(isWrong))).toEqual([])
  })

  it('has spans that nest: a child lies inside its parent', () => {
    const isOutside = (span: Span, parent: Span | undefined): boolean =>
      parent !== undefined && (span.start < parent.start || span.end > parent.end)
    expect(tracesWhere(({ spans }) => spans.some((span) => isOutside(span, spans[span.parent ?? -1])))).toEqual([])
  })

  it('has children that come one after the other', () => {
    const isOverlapping = (children: readonly Span[]): boolean =>
      children.slice(1).some(({ start }, before) => start < children[before]!.end)
    expect(tracesWhere(({ spans }) => spans.some(({ id }) => isOverlapping(childrenOf(id, spans))))).toEqual([])
  })

  it('has a critical path whose sections touch and sum to the response time exactly', () => {
    const isWrong = ({ spans, responseMicros }: Trace): boolean => {
      const sections = criticalPath(spans)
      const sum = sections.reduce((total, { start, end }) => total + end - start, 0)
      return sum !== responseMicros || sections.slice(1).some(({ start }, before) => start !== sections[before]!.end)
    }
    expect(tracesWhere(isWrong)).toEqual([])
  })

  it('never has work after the commit on its critical path', () => {
    expect(everyTrace.some(({ spans }) => spans.some((span) => isAsync(span, spans)))).toBe(true)
    expect(tracesWhere(({ spans }) => criticalPath(spans).some(({ span }) => isAsync(spans[span]!, spans)))).toEqual([])
  })

  it('has self times of the request that sum to the response time', () => {
    const isWrong = ({ spans, responseMicros }: Trace): boolean => {
      const selves = selfTimes(spans)
      return spans.filter((span) => !isAsync(span, spans)).reduce((total, { id }) => total + selves[id]!, 0) !== responseMicros
    }
    expect(tracesWhere(isWrong)).toEqual([])
  })

  it('ends in a stated HTTP status with a reason in words, written by a stage it has been to', () => {
    const statuses = [200, 202, 400, 401, 403, 422, 429, 499, 500, 502, 503, 504]
    const isStated = (trace: Trace): boolean =>
      statuses.includes(trace.answer.status) &&
      catalogueWords.reasons[trace.answer.reason].length > 10 &&
      visits(trace, trace.answer.writtenBy).length > 0
    expect(tracesWhere((trace) => !isStated(trace))).toEqual([])
    expect(new Set(everyTrace.map(({ answer }) => answer.status))).toEqual(new Set(statuses))
  })

  it('holds no database span when it ends in 400, 401, 403, 422 or 429', () => {
    const refusals = [400, 401, 403, 422, 429]
    expect(new Set(everyTrace.map(({ sent }) => sent.status).filter((status) => refusals.includes(status)))).toEqual(
      new Set(refusals),
    )
    expect(
      tracesWhere(
        (trace) => refusals.includes(trace.sent.status) && visits(trace, 'pool', 'query', 'outbox', 'worker').length > 0,
      ),
    ).toEqual([])
  })

  it('publishes and works afterwards if and only if a write was accepted', () => {
    const worksAfterwards = ({ spans }: Trace): boolean => spans.some((span) => isAsync(span, spans))
    expect(tracesWhere((trace) => worksAfterwards(trace) !== (trace.sent.reason === 'accepted'))).toEqual([])
  })

  it('is plain data that survives JSON, so that the page can carry it', () => {
    expect(everyTrace.slice(0, 100).map((trace) => JSON.parse(JSON.stringify(trace)) as unknown)).toEqual(
      everyTrace.slice(0, 100),
    )
  })

  it('is the same when it is made again', () => {
    const again = ({ scenario, seed, toggles }: Trace): string =>
      hashOfTrace(followRequest(scenarioNamed(scenario), { seed, toggles }))
    expect(tracesWhere((trace) => trace.seed === 2 && again(trace) !== hashOfTrace(trace))).toEqual([])
  })
})
