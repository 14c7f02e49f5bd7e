import fc from 'fast-check'
import { ACTIONS, type Action, type QueueConfig } from '@/lib/queue/settings'
import { configOf } from '@/lib/queue/workloads'

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

const action: fc.Arbitrary<Action> = fc.record({
  at: fc.integer({ min: 0, max: 3_000_000 }),
  kind: some(...ACTIONS),
  target: fc.integer({ min: -1, max: 3 }),
  last: some(0, 1, 1000, 200_000, 1_500_000),
  value: some(0, 1, 300),
})

/** Small runs in which everything that can go wrong does, close together. */
export const randomConfig: fc.Arbitrary<QueueConfig> = fc
  .record({
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    broker: some('rabbitmq', 'redis', 'kafka'),
    workload: some('payments', 'webhooks', 'analytics'),
    placement: some('queued', 'queued', 'queued', 'inline'),
    messages: fc.integer({ min: 1, max: 60 }),
    rate: some(5, 20, 100, 1000),
    burstEveryMicros: some(0, 500_000),
    burstMicros: some(100_000),
    burstFactor: some(1, 20),
    keys: some(1, 3, 20),
    hotPercent: some(0, 50, 100),
    urgentPercent: some(0, 30),
    threads: some(1, 3, 8),
    backlog: some(0, 2, 10),
    apiMicros: some(0, 1000, 20_000),
    deadlineMicros: some(0, 50_000, 500_000),
    clientRetries: some(0, 1, 3),
    workers: some(1, 2, 4),
    service: some('exponential', 'fixed', 'logNormal'),
    serviceMicros: some(1, 5000, 50_000, 400_000),
    batch: some(1, 1, 3, 8),
    failPermille: some(0, 200, 600, 1000),
    dependencyLimit: some(0, 1, 2),
    prefetch: some(1, 2, 5, 20),
    roundTripMicros: some(0, 500, 5000),
    ack: some('after', 'after', 'before'),
    visibilityMicros: some(0, 10_000, 100_000, 1_000_000),
    claimEveryMicros: some(5000, 100_000),
    attempts: some(1, 2, 4),
    backoff: some('none', 'fixed', 'exponential', 'fullJitter'),
    backoffMicros: some(0, 10_000, 200_000),
    backoffCapMicros: some(0, 50_000, 1_000_000),
    deadLetters: fc.boolean(),
    messageTtlMicros: some(0, 0, 20_000, 300_000),
    queueTtlMicros: some(0, 0, 20_000, 300_000),
    maxLength: some(0, 0, 1, 5),
    overflow: some('dropHead', 'reject'),
    durable: some(true, true, false),
  })
  .chain((settings) =>
    fc
      .record({
        ordered: some(false, false, true),
        exchange: some('direct', 'topic', 'fanout', 'headers'),
        second: some('none', 'audit', 'next'),
        secondWorkers: some(1, 2),
        secondServiceMicros: some(1, 20_000),
        partitions: some(1, 2, 5, 12),
        assignor: some('range', 'cooperativeSticky'),
        commit: some('each', 'batch', 'interval'),
        commitEveryMicros: some(1000, 200_000),
        rebalanceMicros: some(0, 1000, 100_000),
        outbox: fc.boolean(),
        outboxEveryMicros: some(1000, 50_000),
        dedupeMicros: some(0, 0, 100_000, 3_600_000_000),
        actions: fc.array(action, { maxLength: 5 }),
      })
      .map((more) => configOf({ ...settings, ...more } as Partial<QueueConfig>)),
  )
