import { describe, expect, it } from 'vitest'
import { createDriver, type Driver } from '@/lib/queue/driver'
import type { QueueConfig } from '@/lib/queue/settings'
import type { Reply } from '@/lib/queue/protocol'
import { MAX_DOTS } from '@/lib/queue/frame'
import { READY } from '@/lib/queue/pool'
import { ALL_PARTS } from '@/lib/queue/all-parts'
import { act } from '@/lib/queue/act'
import * as log from '@/lib/queue/log-answers'
import * as summary from '@/lib/queue/summary'
import { quiet } from './small-run'

const parts = { ...ALL_PARTS, ...log, ...summary, act }

function driven(
  config: QueueConfig,
  maxEvents?: number,
): { driver: Driver; replies: Reply[]; last: <T extends Reply['type']>(type: T) => Extract<Reply, { type: T }> } {
  const replies: Reply[] = []
  const driver = createDriver((reply) => replies.push(structuredClone(reply)), parts, maxEvents)
  driver.handle({ type: 'start', config, micros: 0 })
  const last = <T extends Reply['type']>(type: T) =>
    replies.findLast((reply) => reply.type === type) as Extract<Reply, { type: T }>
  return { driver, replies, last }
}

const always = (): boolean => true
const never = (): boolean => false

describe('the driver', () => {
  it('does nothing until it is told to play, and then as far as told', () => {
    const { driver, last } = driven(quiet({}))
    expect(driver.slice(never)).toBe(false)
    expect(last('frame').frame).toMatchObject({ at: 0, events: 0, progress: 'running' })
    driver.handle({ type: 'play', until: 150_000 })
    expect(driver.slice(never)).toBe(false)
    expect(last('frame').frame.at).toBe(150_000)
  })

  it('works in slices: one that is over at once leaves the rest for the next', () => {
    const { driver, last } = driven(quiet({ messages: 5000 }))
    driver.handle({ type: 'play', until: Infinity })
    let slices = 1
    while (driver.slice(always)) slices += 1
    expect(slices).toBe(10)
    expect(last('frame').frame.progress).toBe('drained')
    const inOne = driven(quiet({ messages: 5000 }))
    inOne.driver.handle({ type: 'play', until: Infinity })
    inOne.driver.slice(never)
    inOne.driver.handle({ type: 'measure' })
    driver.handle({ type: 'measure' })
    expect(last('measures').measures).toEqual(inOne.last('measures').measures)
  })

  it('steps event by event, seeks, and pauses', () => {
    const { driver, last } = driven(quiet({}))
    driver.handle({ type: 'step' })
    driver.handle({ type: 'step' })
    expect(last('frame').frame.events).toBe(2)
    driver.handle({ type: 'seek', micros: 300_000 })
    expect(last('frame').frame.at).toBe(300_000)
    driver.handle({ type: 'seek', micros: 10 })
    expect(last('frame').frame.at).toBe(10)
    driver.handle({ type: 'play', until: Infinity })
    driver.handle({ type: 'pause' })
    expect(driver.slice(never)).toBe(false)
  })

  it('takes an action into the configuration, which with the time is all it takes to start again after a crash', () => {
    const { driver, last } = driven(quiet({ messages: 50 }))
    driver.handle({ type: 'seek', micros: 500_000 })
    driver.handle({ type: 'act', action: { kind: 'kill', target: 0, last: 1_000_000, value: 0 } })
    driver.handle({ type: 'play', until: 900_000 })
    driver.slice(never)
    expect(last('frame').frame.stations[1]!.workers[0]!.isAlive).toBe(false)
    const after = driven(last('config').config)
    after.driver.handle({ type: 'seek', micros: 900_000 })
    expect(after.last('frame').frame).toEqual(last('frame').frame)
  })

  it('answers with log lines by filter and range, and with all of them as JSONL', () => {
    const { driver, last } = driven(quiet({}))
    driver.handle({ type: 'play', until: Infinity })
    driver.slice(never)
    driver.handle({ type: 'lines', request: 7, filter: { kinds: ['acked'] }, from: 1, count: 2 })
    expect(last('lines')).toMatchObject({
      request: 7,
      total: 5,
      from: 1,
      lines: [
        { kind: 'acked', id: 1 },
        { kind: 'acked', id: 2 },
      ],
    })
    driver.handle({ type: 'export', request: 8, filter: {} })
    const rows = last('export')
      .jsonl.trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { kind: string; text: string })
    expect(rows[0]).toMatchObject({ micros: 0, kind: 'ready', text: 'System ready: RabbitMQ, 1 worker' })
    expect(rows.at(-1)).toMatchObject({ kind: 'acked', message: 4, tenant: 0, text: 'basic.ack by worker 0' })
  })

  it('sends charts of at most 600 points and frames of at most 200 dots with the true counts', () => {
    const { driver, last } = driven(quiet({ messages: 20_000, rate: 5000, workers: 4 }))
    driver.handle({ type: 'play', until: 3_000_000 })
    driver.slice(never)
    expect(last('frame').frame.dots.length).toBeLessThanOrEqual(MAX_DOTS)
    expect(last('frame').frame.stations[1]!.counts[READY]).toBeGreaterThan(10_000)
    driver.handle({ type: 'play', until: Infinity })
    while (driver.slice(never));
    driver.handle({ type: 'measure' })
    const { points, widthMicros } = last('measures').charts
    expect(points.ready.length).toBeGreaterThan(300)
    expect(points.ready.length).toBeLessThanOrEqual(600)
    expect(points.done.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(19_900)
    expect(widthMicros * points.ready.length).toBeGreaterThan(490_000_000)
  })

  it('stops a run that is too long, and says so', () => {
    const { driver, last } = driven(
      quiet({ messages: 1, attempts: 1000, serviceMicros: 1, broker: 'kafka', visibilityMicros: 1, rebalanceMicros: 0 }),
      50_000,
    )
    driver.handle({ type: 'play', until: Infinity })
    while (driver.slice(never));
    expect(last('stopped').reason).toBe('Stopped after 50000 events: the run is too long to go on.')
  })

  it('ignores what it is told before it is started', () => {
    const replies: Reply[] = []
    const driver = createDriver((reply) => replies.push(reply), parts)
    driver.handle({ type: 'step' })
    expect(driver.slice(never)).toBe(false)
    expect(replies).toEqual([])
  })
})
