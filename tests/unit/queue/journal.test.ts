import { describe, expect, it } from 'vitest'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import { createJournal, KEPT_LINES, rewindJournal, write } from '@/lib/queue/journal'
import * as LINE from '@/lib/queue/line'
import { LINE_KINDS } from '@/lib/queue/line-names'
import * as REASON from '@/lib/queue/reason'
import { REASONS } from '@/lib/queue/reason-names'
import { lineAt, matchingLines } from '@/lib/queue/journal-lines'
import { lineText } from '@/lib/queue/journal-text'
import { closePoints, countDone, createSeries, POINTS } from '@/lib/queue/series'
import { configOf } from '@/lib/queue/workloads'
import { ended, linesOf } from './small-run'

describe('the event log', () => {
  it('starts with a system-ready line', () => {
    const sim = startSimulation(configOf({ broker: 'kafka' }))
    expect(lineText(lineAt(sim.journal, 0)!, 'kafka')).toBe('System ready: Kafka, 8 workers')
  })

  it('filters by message, tenant and kind, also together', () => {
    const sim = ended({ messages: 50, keys: 5 })
    const acked = linesOf(sim, { kinds: ['acked'] })
    expect(acked).toHaveLength(50)
    const { key, id } = acked[7]!
    expect(linesOf(sim, { key }).every((line) => line.key === key)).toBe(true)
    expect(linesOf(sim, { id, key, kinds: ['acked', 'effect'] }).map((line) => line.kind)).toEqual(['effect', 'acked'])
    expect(linesOf(sim, { kinds: [] })).toEqual([])
  })

  it('has words for every kind of line, in each broker’s terms', () => {
    for (const kind of LINE_KINDS) {
      for (const broker of ['rabbitmq', 'redis', 'kafka'] as const) {
        const text = lineText({ index: 0, at: 0, kind, id: 1, key: 0, place: 1, value: 1 }, broker)
        expect(text.length).toBeGreaterThan(3)
        expect(text).not.toContain('undefined')
      }
    }
  })

  it('knows every kind and every reason by its number', () => {
    expect(LINE_KINDS.map((kind) => LINE[kind])).toEqual(LINE_KINDS.map((_, at) => at))
    expect(Object.keys(LINE)).toHaveLength(LINE_KINDS.length)
    const spelt = (name: string): string => name.replaceAll('_', '').toLowerCase()
    const { COUNTED, ...reasons } = REASON
    expect(Object.entries(reasons).map(([name, code]) => [spelt(name), code])).toEqual(
      expect.arrayContaining(REASONS.map((name, code) => [spelt(name), code])),
    )
    expect(Object.keys(reasons)).toHaveLength(REASONS.length)
    expect(COUNTED).toBe(4)
  })

  it('keeps the newest lines, knows which, and refuses the others', () => {
    const journal = createJournal()
    for (let n = 0; n < KEPT_LINES + 1000; n += 1) write(journal, n, LINE.acked, n, 0, 0, 0)
    expect(journal.first).toBe(1000)
    expect(lineAt(journal, 999)).toBeNull()
    expect(lineAt(journal, 1000)!.id).toBe(1000)
    expect(lineAt(journal, journal.total - 1)!.id).toBe(KEPT_LINES + 999)
    expect(matchingLines(journal, { id: 5 })).toHaveLength(0)
    rewindJournal(journal, 2000, journal.hash)
    expect(matchingLines(journal, {})).toHaveLength(1000)
    rewindJournal(journal, 500, journal.hash)
    expect(matchingLines(journal, {})).toHaveLength(0)
    write(journal, 7, LINE.lost, 500, 0, 0, 0)
    expect(lineAt(journal, 500)!.kind).toBe('lost')
    expect(lineAt(journal, 1500)).toBeNull()
  })
})

describe('the series for the charts', () => {
  const levels = { ready: 1, unacked: 0, dead: 0, oldestAge: 0, threads: 0 }

  it('never has more than 600 points, and loses no count when it is merged', () => {
    const series = createSeries(300)
    for (let at = 1; at <= 100_000; at += 1) {
      countDone(series, at)
      closePoints(series, at, { ...levels, ready: at })
    }
    expect(series.count).toBeLessThanOrEqual(POINTS)
    expect(series.points.done.subarray(0, series.count).reduce((sum, count) => sum + count, 0) + series.open.done).toBe(100_000)
    expect(series.closesAt).toBe((series.count + 1) * series.width)
    expect(Math.max(...series.points.ready.subarray(0, series.count))).toBeGreaterThan(99_000)
  })

  it('stays small over a gap of years', () => {
    const series = createSeries(1000)
    closePoints(series, 1e15, levels)
    expect(series.count).toBeLessThanOrEqual(POINTS)
    expect(series.closesAt).toBeGreaterThan(1e15)
  })

  it('holds the same for a run in one go and in many', () => {
    const config = configOf({ messages: 3000 })
    const whole = startSimulation(config)
    advance(whole, Infinity)
    const parts = startSimulation(config)
    for (let at = 0; advance(parts, at, 7) !== 'drained'; at += 100_000);
    expect(parts.series).toEqual(whole.series)
    expect(parts.journal.hash.hex()).toBe(whole.journal.hash.hex())
  })
})
