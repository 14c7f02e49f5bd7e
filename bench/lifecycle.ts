import { cpus, loadavg } from 'node:os'
import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { criticalPath } from '@/lib/lifecycle/critical-path'
import { distribute } from '@/lib/lifecycle/distribution'
import { decodeLink, encodeLink, defaultLinkState } from '@/lib/lifecycle/link-state'
import { REQUESTS_IN_RUN, type Scenario } from '@/lib/lifecycle/scenario'
import { momentAt, stepsOf } from '@/lib/lifecycle/steps'
import { hashOfEverything } from '@/lib/lifecycle/trace-hash'
import { followRequest } from '@/lib/lifecycle/trace'
import { assumptions, scenarios } from '@/tests/unit/lifecycle/shipped-content'
import { measureInBrowser } from './lifecycle-browser'

/** What an island imports of the model, in the pieces in which it may be loaded. The hash over everything is for tests and does not travel. */
const pieces = {
  'shown at once (steps, waterfall, payload, texts)': [
    'steps',
    'critical-path',
    'fold',
    'describe',
    'describe-trace',
    'payload',
    'topology',
    'toggle-effects',
    'span',
    'stages',
  ],
  'links and settings': ['link-state', 'derived-numbers', 'clamp-setting'],
  'engine (traces, distribution, comparison)': ['trace', 'distribution', 'compare', 'without'],
}

const root = new URL('..', import.meta.url).pathname

type Row = { readonly name: string; readonly value: string; readonly limit: string }

/** Prints the model's script size, the time of a step, and the time of a distribution. The first argument is the number of runs. */
export async function run(args: string[]): Promise<void> {
  const runs = Math.max(3, Number(args[0]) || 15)
  const rows = [
    loadRow(),
    ...(await islandRows()),
    ...(await sizeRows()),
    ...traceRows(scenarios, runs),
    ...distributionRows(scenarios, runs),
    ...(await browserRows(scenarios, Math.min(runs, 5))),
    hashRow(scenarios),
  ]
  for (const { name, value, limit } of rows) console.log(`${name.padEnd(72)} ${value.padStart(18)}   ${limit}`)
}

/** Wall time means little on a machine that is busy with something else, so processor time stands beside it. */
function loadRow(): Row {
  const load = loadavg()[0]!.toFixed(1)
  return { name: 'this machine: load of the last minute, on so many cores', value: `${load} on ${cpus().length}`, limit: '' }
}

async function browserRows(scenarios: readonly Scenario[], runs: number): Promise<Row[]> {
  const measured = await measureInBrowser(scenarios, runs)
  if (!measured) return [{ name: 'in the browser: not measured', value: 'no build', limit: 'npm run build' }]
  const { step, scrub, count } = measured
  const row = (name: string, times: readonly number[], limit: string): Row => ({
    name: `in Chromium: ${name}, median and p95 of ${times.length}`,
    value: `${[0.5, 0.95].map((share) => shareOf(times, share).toFixed(1)).join(' and ')} ms`,
    limit,
  })
  return [
    row('a step, drawn and laid out', step, '16 ms'),
    row('a scrub, drawn and laid out', scrub, '50 ms'),
    row(`${REQUESTS_IN_RUN.toLocaleString('en-GB')} requests in slices`, count, '50 ms'),
  ]
}

const shareOf = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

const islandFile = 'components/islands/request-lifecycle/island.tsx'

/** What the figure itself loads first and later: React is shared by all figures and left out. */
async function islandRows(): Promise<Row[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, islandFile)],
    outdir: join(root, '.build', 'bench'),
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime'],
    alias: { '@': root.replace(/\/$/, '') },
    absWorkingDir: root,
  })
  const entry = Object.keys(metafile.outputs).find((name) => metafile.outputs[name]!.entryPoint === islandFile)!
  const first = new Set([
    entry,
    ...metafile.outputs[entry]!.imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map(
      ({ path }) => path,
    ),
  ])
  const sizeOf = (isFirst: boolean): number =>
    outputFiles
      .filter(({ path }) => first.has(relative(root, path)) === isFirst)
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
  return [
    { name: 'script: the figure, first load, minified + gzip', value: `${sizeOf(true)} bytes`, limit: '12288 bytes' },
    { name: 'script: engine and panels, on the first touch', value: `${sizeOf(false)} bytes`, limit: 'decision 9' },
    { name: 'script: both, for who uses the figure', value: `${sizeOf(true) + sizeOf(false)} bytes`, limit: 'decision 9' },
  ]
}

async function sizeRows(): Promise<Row[]> {
  const rows = Object.entries(pieces).map(async ([name, modules]) => ({
    name: `script: ${name}`,
    value: `${await gzipSize(modules)} bytes`,
    limit: '',
  }))
  const all = await gzipSize(Object.values(pieces).flat())
  return [...(await Promise.all(rows)), { name: 'script: the whole model, minified + gzip', value: `${all} bytes`, limit: '' }]
}

async function gzipSize(modules: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from '@/lib/lifecycle/${name}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    alias: { '@': root.replace(/\/$/, '') },
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

function traceRows(scenarios: readonly Scenario[], runs: number): Row[] {
  const traces = scenarios.map((scenario) => medianOf(runs, () => void followRequest(scenario)))
  const steps = stepsOf(followRequest(scenarios[0]!).spans)
  const end = steps.at(-1)!.at
  const scrub = medianOf(runs, () => {
    for (let part = 0; part <= 100; part += 1) momentAt((end * part) / 100, steps)
  })
  const first = followRequest(scenarios[0]!)
  const path = medianOf(runs, () => void criticalPath(first.spans))
  const bases = scenarios
  const link = medianOf(runs, () => void decodeLink(encodeLink(defaultLinkState(bases[0]!), bases), bases, assumptions))
  return [
    {
      name: `trace, slowest of ${scenarios.length} scenarios, median of ${runs}`,
      value: `${Math.max(...traces).toFixed(2)} ms`,
      limit: '',
    },
    { name: `101 scrub positions, median of ${runs}`, value: `${scrub.toFixed(2)} ms`, limit: '' },
    { name: `critical path, median of ${runs}`, value: `${path.toFixed(3)} ms`, limit: '' },
    { name: `link out and in, median of ${runs}`, value: `${link.toFixed(3)} ms`, limit: '' },
  ]
}

function distributionRows(scenarios: readonly Scenario[], runs: number): Row[] {
  const coldFrom = performance.now()
  distribute(scenarios[0]!)
  const cold = performance.now() - coldFrom
  const used = process.cpuUsage()
  const times = scenarios.map((scenario) => ({ id: scenario.id, time: medianOf(runs, () => void distribute(scenario)) }))
  const { user, system } = process.cpuUsage(used)
  times.sort((a, b) => a.time - b.time)
  const middle = times[Math.floor(times.length / 2)]!
  const slowest = times.at(-1)!
  const count = REQUESTS_IN_RUN.toLocaleString('en-GB')
  return [
    { name: `${count} requests, first call in a fresh process`, value: `${cold.toFixed(1)} ms`, limit: '' },
    {
      name: `${count} requests, processor time, mean of all scenarios`,
      value: `${((user + system) / 1_000 / runs / scenarios.length).toFixed(1)} ms`,
      limit: '50 ms',
    },
    { name: `${count} requests, median scenario (${middle.id})`, value: `${middle.time.toFixed(1)} ms`, limit: '50 ms' },
    { name: `${count} requests, slowest scenario (${slowest.id})`, value: `${slowest.time.toFixed(1)} ms`, limit: '50 ms' },
  ]
}

function hashRow(scenarios: readonly Scenario[]): Row {
  const from = performance.now()
  const hash = hashOfEverything(scenarios, 20)
  return {
    name: `all scenarios x all toggles x 20 seeds (${hash})`,
    value: `${(performance.now() - from).toFixed(0)} ms`,
    limit: '',
  }
}

function medianOf(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}
