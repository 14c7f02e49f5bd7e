import { describe, expect, it } from 'vitest'
import { act } from '@/lib/queue/act'
import { advance } from '@/lib/queue/engine'
import { startSimulation } from '@/lib/queue/start'
import type { QueueConfig } from '@/lib/queue/settings'
import { lineAt } from '@/lib/queue/journal-lines'
import { createTimeline, play, seek, SNAPSHOT_EVERY, type Timeline } from '@/lib/queue/snapshots'
import { configOf } from '@/lib/queue/workloads'
import { action } from './small-run'
import { isSameState } from './checked-run'

const busy = (settings: Partial<QueueConfig>): QueueConfig =>
  configOf({
    messages: 12_000,
    rate: 60,
    failPermille: 100,
    attempts: 3,
    dedupeMicros: 0,
    actions: [action('kill', 100_000_000, { target: 1, last: 50_000_000 })],
    ...settings,
  })

const overloaded = configOf({ messages: 60_000, rate: 400, outbox: false })

function expectFresh(timeline: Timeline, at: number): void {
  seek(timeline, at)
  const fresh = startSimulation(timeline.sim.config)
  advance(fresh, at)
  expect(isSameState(timeline.sim, fresh)).toBe(true)
}

describe('going back and forth in a run', () => {
  it.each(['rabbitmq', 'redis', 'kafka'] as const)(
    '%s: from anywhere to anywhere, the state is that of a fresh run to that time',
    (broker) => {
      const config = busy({ broker })
      const timeline = createTimeline(startSimulation(config))
      play(timeline, Infinity)
      expect(timeline.snapshots.length).toBeGreaterThan(4)
      for (const at of [190_000_000, 189_999_999, 3, 120_000_000, 195_000_001]) {
        seek(timeline, at)
        const fresh = startSimulation(config)
        advance(fresh, at)
        expect(isSameState(timeline.sim, fresh)).toBe(true)
        expect(lineAt(timeline.sim.journal, fresh.journal.total - 1)).toEqual(lineAt(fresh.journal, fresh.journal.total - 1))
      }
    },
  )

  it('replays at most one snapshot distance of events', () => {
    const timeline = createTimeline(startSimulation(busy({})))
    play(timeline, Infinity)
    expect(timeline.every).toBe(SNAPSHOT_EVERY)
    const distances = timeline.snapshots.slice(1).map((snapshot, at) => snapshot.events - timeline.snapshots[at]!.events)
    expect(new Set(distances)).toEqual(new Set([SNAPSHOT_EVERY]))
  })

  it('keeps what has not changed since the snapshot before once for both, so that a long queue is not kept again and again', () => {
    const timeline = createTimeline(startSimulation(overloaded))
    play(timeline, Infinity)
    const alone = timeline.snapshots.reduce((sum, { weight }) => sum + weight.whole, 0)
    expect(timeline.bytes).toBeLessThan(alone / 3)
    expect(timeline.every).toBe(SNAPSHOT_EVERY)
    expectFresh(timeline, 100_000_000)
  })

  it('thins snapshots out instead of filling the memory', () => {
    const most = 16_000_000
    const timeline = createTimeline(startSimulation(overloaded), most)
    play(timeline, Infinity)
    expect(timeline.every).toBeGreaterThan(SNAPSHOT_EVERY)
    expect(timeline.snapshots.length).toBeGreaterThan(3)
    expect(timeline.snapshots.length).toBeLessThan(timeline.sim.events / SNAPSHOT_EVERY)
    for (const at of [100_000_000, 40_000_000, 140_000_000]) expectFresh(timeline, at)
  })

  it('an action taken by hand gives the same run as having it in the settings from the start', () => {
    for (const kind of ['kill', 'pause', 'restart', 'poison', 'redrive', 'crash'] as const) {
      const timeline = createTimeline(startSimulation(busy({ broker: 'kafka', messages: 3000 })))
      play(timeline, Infinity)
      seek(timeline, 20_000_000)
      act(timeline, { kind, target: 1, last: 3_000_000, value: 0 })
      play(timeline, Infinity)
      const fresh = startSimulation(timeline.sim.config)
      advance(fresh, Infinity)
      expect(timeline.sim.config.actions.map((each) => each.at)).toEqual([20_000_001, 100_000_000])
      expect(timeline.sim.journal.hash.hex()).toBe(fresh.journal.hash.hex())
      expect(isSameState(timeline.sim, fresh)).toBe(true)
    }
  })

  it('an action after the end wakes the run up again', () => {
    const timeline = createTimeline(
      startSimulation(configOf({ messages: 50, actions: [action('fail', 0, { last: 60_000_000 })] })),
    )
    expect(play(timeline, Infinity)).toBe('drained')
    expect(timeline.sim.counters.died).toBeGreaterThan(0)
    act(timeline, { kind: 'redrive', target: -1, last: 0, value: 0 })
    play(timeline, Infinity)
    expect(timeline.sim.counters.completed).toBe(50)
  })
})
