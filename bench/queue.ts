import type * as engine from '@/lib/queue/engine'
import type * as frame from '@/lib/queue/frame'
import type * as measures from '@/lib/queue/measures'
import type * as snapshots from '@/lib/queue/snapshots'
import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import type { QueueConfig } from '@/lib/queue/settings'
import { writeLink } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { configOf } from '@/lib/queue/workloads'
import { seededRandom } from '@/lib/simulation/random'
import { firstProblem } from '@/tests/unit/queue/checked-run'
import { randomConfig } from '@/tests/unit/queue/random-config'

// npm run bench -- queue             speed, memory, rewind, script size
// npm run bench -- queue --fuzz N    N random runs of all brokers against every invariant, with a seed of one's own as a second number

const BROKERS = ['rabbitmq', 'redis', 'kafka'] as const

export async function run(args: string[]): Promise<void> {
  const fuzzAt = args.indexOf('--fuzz')
  if (fuzzAt >= 0) fuzz(Number(args[fuzzAt + 1] ?? 5000), Number(args[fuzzAt + 2] ?? 1))
  else await measureAll()
}

function fuzz(runs: number, seed: number): void {
  const started = performance.now()
  const result = fc.check(
    fc.property(randomConfig, (config) => firstProblem(config) === null),
    { seed, numRuns: runs },
  )
  const [found] = result.counterexample ?? []
  console.log(
    `${result.numRuns} runs, seed ${seed}, ${Math.round(performance.now() - started)} ms: ${result.failed ? 'FAILED' : 'all invariants held'}`,
  )
  if (found === undefined) return
  console.log(firstProblem(found))
  console.log(`#${writeLink({ config: found, micros: 0 }, LINK_TABLES)}`)
  process.exitCode = 1
}

// Measured is what is shipped: bundled and minified. The TypeScript runner keeps function names, and pays for it with every closure.
const SHIPPED = `
export { advance, startSimulation } from '@/lib/queue/engine';
export { frameOf } from '@/lib/queue/frame';
export { measure } from '@/lib/queue/measures';
export { createTimeline, play, seek } from '@/lib/queue/snapshots';
`
type Shipped = typeof engine & typeof frame & typeof measures & typeof snapshots

async function bundled(contents: string): Promise<Uint8Array> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    alias: { '@': process.cwd() },
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]!.contents
}

type Row = { what: string; wall: string; cpu: string; events: string; memory: string }

function plain(broker: QueueConfig['broker'], messages: number): QueueConfig {
  return configOf({
    broker,
    messages,
    rate: 32,
    workers: 4,
    serviceMicros: 100_000,
    apiMicros: 0,
    roundTripMicros: 0,
    outbox: false,
    dedupeMicros: 0,
    visibilityMicros: 0,
    keys: 100,
  })
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function timedRun(
  { createTimeline, startSimulation, play, measure }: Shipped,
  what: string,
  config: QueueConfig,
  repeats: number,
): Row {
  const walls: number[] = []
  const cpus: number[] = []
  let events = 0
  let memory = 0
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    globalThis.gc?.()
    const cpu = process.cpuUsage()
    const started = performance.now()
    const timeline = createTimeline(startSimulation(config))
    play(timeline, Infinity)
    measure(timeline.sim)
    walls.push(performance.now() - started)
    cpus.push(process.cpuUsage(cpu).user / 1000)
    globalThis.gc?.()
    const after = process.memoryUsage()
    memory = Math.max(memory, after.heapUsed + after.arrayBuffers)
    events = timeline.sim.events
  }
  return {
    what,
    wall: `${Math.round(median(walls))} ms`,
    cpu: `${Math.round(median(cpus))} ms`,
    events: String(events),
    memory: `${Math.round(memory / 1e6)} MB`,
  }
}

async function measureAll(): Promise<void> {
  const shipped = (await import(
    `data:text/javascript;base64,${Buffer.from(await bundled(SHIPPED)).toString('base64')}`
  )) as Shipped
  const rows = BROKERS.flatMap((broker) => [
    timedRun(shipped, `${broker}, 1e5`, plain(broker, 100_000), 7),
    timedRun(shipped, `${broker}, 1e6`, plain(broker, 1_000_000), 3),
  ])
  rows.push(timedRun(shipped, 'payments with API and outbox, 1e5', configOf({ messages: 100_000 }), 5))
  rows.push(timedRun(shipped, 'payments with API and outbox, 1e6', configOf({ messages: 1_000_000 }), 3))
  rows.push(timedRun(shipped, 'twice the load, 1e5', configOf({ messages: 100_000, rate: 133, outbox: false }), 5))
  console.log(
    'With snapshots every 10,000 events and exact percentiles; medians; memory is the whole process at the end of the run.',
  )
  console.table(rows)
  rewinds(shipped)
  frames(shipped)
  await sizes()
}

function rewinds({ createTimeline, startSimulation, play, seek }: Shipped): void {
  for (const [what, config] of [
    ['steady', plain('kafka', 100_000)],
    ['twice the load', configOf({ messages: 100_000, rate: 133, outbox: false })],
  ] as const) {
    const timeline = createTimeline(startSimulation(config))
    play(timeline, Infinity)
    const end = timeline.sim.now
    const random = seededRandom(1)
    const times = Array.from({ length: 60 }, () => {
      const goal = Math.floor(random.unit() * end)
      const started = performance.now()
      seek(timeline, goal)
      return performance.now() - started
    })
    console.log(
      `rewind, 1e5 messages, ${what}: median ${median(times).toFixed(1)} ms, worst of 60 ${Math.max(...times).toFixed(1)} ms, ${timeline.snapshots.length} snapshots every ${timeline.every} events`,
    )
  }
}

function frames({ startSimulation, advance, frameOf }: Shipped): void {
  const sim = startSimulation(configOf({ messages: 100_000, rate: 400, outbox: false }))
  advance(sim, 100_000_000)
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now()
    frameOf(sim, 'running')
    return performance.now() - started
  })
  console.log(
    `frame of ${frameOf(sim, 'running').dots.length} dots with ${sim.stations[1]!.counts[1]} ready: median ${median(times).toFixed(3)} ms`,
  )
}

async function sizes(): Promise<void> {
  const entries = {
    'engine and driver': `export { createDriver } from '@/lib/queue/driver';`,
    'engine, driver, link, comparison': `export { createDriver } from '@/lib/queue/driver'; export { readLink, writeLink } from '@/lib/queue/link'; export { compare } from '@/lib/queue/comparison';`,
  }
  for (const [what, contents] of Object.entries(entries)) {
    const code = await bundled(contents)
    console.log(`script, ${what}: ${code.length} bytes, ${gzipSync(code, { level: 9 }).length} gzip`)
  }
}
