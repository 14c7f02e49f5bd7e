import type * as engine from '@/lib/queue/engine'
import type * as frame from '@/lib/queue/frame'
import type * as measures from '@/lib/queue/measures'
import type * as snapshots from '@/lib/queue/snapshots'
import type * as start from '@/lib/queue/start'
import fc from 'fast-check'
import { cpus, loadavg } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { QueueConfig } from '@/lib/queue/settings'
import { writeLink } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { configOf } from '@/lib/queue/workloads'
import { seededRandom } from '@/lib/simulation/random'
import { firstProblem, isSameState } from '@/tests/unit/queue/checked-run'
import { randomConfig } from '@/tests/unit/queue/random-config'
import { median, printTable } from './measure'
import { inBrowser, timeFrames, timeInWorker } from './queue-browser'
import { scriptRows } from './queue-script'

// npm run bench -- queue             speed, memory and rewind in Node, the same and frames in Chromium, script; each beside its limit
// npm run bench -- queue --fuzz N    N random runs of all brokers against every invariant, with a seed of one's own as a second number

const BROKERS = ['rabbitmq', 'redis', 'kafka'] as const

setFlagsFromString('--expose-gc')
/** Memory is what is in use, not what is waiting to be collected. */
const collect = runInNewContext('gc') as () => void

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
export { advance } from '@/lib/queue/engine';
export { startSimulation } from '@/lib/queue/start';
export { frameOf } from '@/lib/queue/frame';
export { measure } from '@/lib/queue/measures';
export { createTimeline, play, seek } from '@/lib/queue/snapshots';
`
type Shipped = typeof engine & typeof frame & typeof measures & typeof snapshots & typeof start

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

/** The numbers of the specification; what they are measured with stands beside them. */
const LIMITS = { run1e5: 150, run1e6: 1500, megabytes: 150, rewind: 50, frame: 20, script: 22 * 1024 } as const

type Row = readonly [what: string, measured: string, limit: string, verdict: string]

const verdict = (value: number, limit: number): string => (value <= limit ? 'within' : 'OVER')
const inMillis = (what: string, value: number, limit: number): Row => [
  what,
  `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`,
  `${limit} ms`,
  verdict(value, limit),
]
const inMegabytes = (what: string, value: number): Row => [
  what,
  `${Math.round(value)} MB`,
  `${LIMITS.megabytes} MB`,
  verdict(value, LIMITS.megabytes),
]
const remark = (what: string, measured: string): Row => [what, measured, '', '']

/** One broker, four workers at four fifths of what they can do, no limits: the run of the theory's tables. */
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

/** More than twice what the workers can do: the queue only grows. */
const overloaded = (messages: number): QueueConfig => configOf({ messages, rate: 133, outbox: false })

function timedRun({ createTimeline, startSimulation, play, measure }: Shipped, config: QueueConfig, repeats: number) {
  const millis: number[] = []
  let [events, bytes] = [0, 0]
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    collect()
    const started = performance.now()
    const timeline = createTimeline(startSimulation(config))
    play(timeline, Infinity)
    measure(timeline.sim)
    millis.push(performance.now() - started)
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    bytes = Math.max(bytes, heapUsed + arrayBuffers)
    events = timeline.sim.events
  }
  return { millis: median(millis), events, megabytes: bytes / 1e6 }
}

function nodeRows(shipped: Shipped): Row[] {
  const rows = BROKERS.flatMap((broker) => {
    const [small, large] = [timedRun(shipped, plain(broker, 100_000), 7), timedRun(shipped, plain(broker, 1_000_000), 5)]
    return [
      inMillis(`Node, ${broker}, 1e5 messages, ${small.events} events, median of 7`, small.millis, LIMITS.run1e5),
      inMillis(`Node, ${broker}, 1e6 messages, ${large.events} events, median of 5`, large.millis, LIMITS.run1e6),
      inMegabytes(`Node, ${broker}, 1e6 messages, the whole process`, large.megabytes),
    ]
  })
  const payments = timedRun(shipped, configOf({ messages: 1_000_000 }), 3)
  const heavy = timedRun(shipped, overloaded(100_000), 5)
  const text = ({ millis, megabytes }: typeof heavy) => `${Math.round(millis)} ms, ${Math.round(megabytes)} MB`
  return [
    ...rows,
    remark(`Node, API and outbox and keys too, 1e6 messages, ${payments.events} events`, text(payments)),
    remark(`Node, twice the load, 1e5 messages, ${heavy.events} events`, text(heavy)),
  ]
}

function rewindRows({ createTimeline, startSimulation, play, seek, advance }: Shipped): Row[] {
  const runs = { ...Object.fromEntries(BROKERS.map((it) => [it, plain(it, 100_000)])), 'twice the load': overloaded(100_000) }
  return Object.entries(runs).flatMap(([what, config]) => {
    const timeline = createTimeline(startSimulation(config))
    play(timeline, Infinity)
    const { now: end } = timeline.sim
    const random = seededRandom(1)
    const times: number[] = []
    let different = 0
    for (let jump = 0; jump < 200; jump += 1) {
      const goal = Math.floor(random.unit() * end)
      const started = performance.now()
      seek(timeline, goal)
      times.push(performance.now() - started)
      if (jump % 20 > 0) continue
      const fresh = startSimulation(config)
      advance(fresh, goal)
      if (!isSameState(timeline.sim, fresh)) different += 1
    }
    const kept = `${timeline.snapshots.length} snapshots, ${(timeline.bytes / 1e6).toFixed(1)} MB`
    return [
      inMillis(`rewind, ${what}, 1e5 messages, worst of 200 (${kept})`, Math.max(...times), LIMITS.rewind),
      [`rewind, ${what}, states that differ from a fresh run's`, `${different} of 10`, '0', verdict(different, 0)] as const,
    ]
  })
}

function frameRow({ startSimulation, advance, frameOf }: Shipped): Row {
  const sim = startSimulation(configOf({ messages: 100_000, rate: 400, outbox: false }))
  advance(sim, 100_000_000)
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now()
    frameOf(sim, 'running')
    return performance.now() - started
  })
  return remark(`Node, a frame of ${frameOf(sim, 'running').dots.length} dots, median of 200`, `${median(times).toFixed(3)} ms`)
}

async function browserRows(shipped: Shipped): Promise<Row[]> {
  const rows = await inBrowser(async (open, worker) => {
    const page = await open('/lab/broker-queue/')
    const found: Row[] = []
    for (const broker of BROKERS) {
      const small = await timeInWorker(page, worker, plain(broker, 100_000), 5)
      const large = await timeInWorker(page, worker, plain(broker, 1_000_000), 3)
      const { sim } = playedIn(shipped, plain(broker, 100_000))
      const isSame = small.hash === sim.journal.hash.hex()
      found.push(
        inMillis(`Chromium's worker, ${broker}, 1e5 messages, median of 5`, median(small.millis), LIMITS.run1e5),
        inMillis(`Chromium's worker, ${broker}, 1e6 messages, median of 3`, median(large.millis), LIMITS.run1e6),
        inMegabytes(`Chromium's worker, ${broker}, 1e6 messages, its objects and buffers`, large.megabytes),
        [`Chromium's worker, ${broker}, the trace is Node's`, isSame ? 'yes' : 'no', 'yes', isSame ? 'within' : 'OVER'],
      )
    }
    const busy = await open('/lab/broker-queue/#v=1&w=payments&n=4000&r=133&t=512&pf=20&ox=0&dd=0&at=12000000')
    const { dots, millis } = await timeFrames(busy, 4)
    const p95 = millis.toSorted((a, b) => a - b)[Math.floor(millis.length * 0.95)] ?? 0
    return [...found, inMillis(`Chromium, p95 of ${millis.length} frames with ${dots} dots or more, playing`, p95, LIMITS.frame)]
  })
  return rows ?? [remark('in Chromium', 'nothing built: npm run build')]
}

function playedIn({ createTimeline, startSimulation, play }: Shipped, config: QueueConfig) {
  const timeline = createTimeline(startSimulation(config))
  play(timeline, Infinity)
  return timeline
}

function scriptTable(): Row[] {
  const rows = scriptRows(LIMITS.script)
  if (rows === null) return [remark('script', 'nothing built: npm run build')]
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  return rows.map(({ what, bytes, limit }) =>
    limit === undefined
      ? remark(`script, ${what}`, kilobytes(bytes))
      : [`script, ${what}`, kilobytes(bytes), kilobytes(limit), verdict(bytes, limit)],
  )
}

async function measureAll(): Promise<void> {
  const shipped = (await import(
    `data:text/javascript;base64,${Buffer.from(await bundled(SHIPPED)).toString('base64')}`
  )) as Shipped
  console.log(
    `Load of the last minute ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores. Runs with snapshots every 10,000 events`,
  )
  console.log('and exact percentiles; script as it is sent, gzip, without React, which all figures of the site share.\n')
  const rows = [
    ...nodeRows(shipped),
    ...rewindRows(shipped),
    frameRow(shipped),
    ...(await browserRows(shipped)),
    ...scriptTable(),
  ]
  printTable(['what', 'measured', 'limit', ''], rows)
}
