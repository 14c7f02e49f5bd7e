import { describe, expect, it } from 'vitest'
import { durationOf, type Span } from '@/lib/lifecycle/span'
import { momentAt, momentOfStep, stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { everySingleToggle } from '@/lib/lifecycle/trace-hash'
import { scenarioNamed, scenarios } from './shipped-content'

const everyTrace = scenarios.flatMap((scenario) => everySingleToggle().map((toggles) => followRequest(scenario, { toggles })))

describe('the transport', () => {
  it('enters and leaves every span once, or passes it, never back in time, children inside parents', () => {
    for (const { spans } of everyTrace) {
      const steps = stepsOf(spans)
      const passed = steps.filter(({ phase }) => phase === 'pass')
      expect(steps).toHaveLength(spans.length * 2 - passed.length)
      for (const { span } of passed) expect(durationOf(span)).toBe(0)
      expect(steps.slice(1).some(({ at }, before) => at < steps[before]!.at)).toBe(false)
      const when = (span: Span, phase: 'enter' | 'leave'): number =>
        steps.findIndex((step) => step.span === span && [phase, 'pass'].includes(step.phase))
      const isOutOfOrder = (span: Span): boolean => {
        const parent = spans[span.parent ?? -1]
        const isInside = !parent || (when(parent, 'enter') < when(span, 'enter') && when(span, 'leave') < when(parent, 'leave'))
        return when(span, 'enter') < 0 || when(span, 'enter') > when(span, 'leave') || !isInside
      }
      expect(spans.filter(isOutOfOrder)).toEqual([])
    }
  })

  it('knows at any time what is open, and that is the same whether reached by stepping or by scrubbing', () => {
    for (const { spans } of everyTrace.slice(0, 60)) {
      const steps = stepsOf(spans)
      const end = steps.at(-1)!.at
      for (let part = 0; part <= 40; part += 1) {
        const time = Math.floor((end * part) / 40)
        const moment = momentAt(time, steps)
        expect(steps[moment.step]!.at).toBeLessThanOrEqual(time)
        expect(steps[moment.step + 1]?.at ?? Infinity).toBeGreaterThan(time)
        expect(momentOfStep(moment.step, steps, time)).toEqual(moment)
        for (const span of moment.open) expect(span.start <= time && time <= span.end).toBe(true)
      }
    }
  })

  it('begins at the client and ends with nothing open', () => {
    const steps = stepsOf(followRequest(scenarioNamed('accepted-write')).spans)
    expect(momentOfStep(0, steps)).toMatchObject({ stage: 'client', asyncStage: null })
    expect(momentOfStep(steps.length - 1, steps)).toMatchObject({ stage: null, asyncStage: null, open: [] })
  })

  it('shows the worker at work after the response is there', () => {
    const { spans, responseMicros } = followRequest(scenarioNamed('accepted-write'))
    expect(momentAt(responseMicros + 20_000, stepsOf(spans))).toMatchObject({ stage: null, asyncStage: 'worker' })
  })

  it('says how far a message on a wire has come', () => {
    const { spans } = followRequest(scenarioNamed('cold-read'))
    const wire = spans.find(({ part }) => part === 'wire-out')!
    const moment = momentAt(wire.start + durationOf(wire) / 4, stepsOf(spans))
    expect(moment.wire).toEqual({ span: wire, progress: 0.25 })
  })

  it('takes any time for the nearest it has, and nothing for an empty trace', () => {
    const steps = stepsOf(followRequest(scenarioNamed('cold-read')).spans)
    const end = steps.at(-1)!.at
    for (const [asked, given] of [
      [-5, 0],
      [Infinity, end],
      [NaN, 0],
      [1e18, end],
    ] as const)
      expect(momentAt(asked, steps).at).toBe(given)
    expect(momentAt(5, [])).toMatchObject({ step: -1, stage: null })
  })
})
