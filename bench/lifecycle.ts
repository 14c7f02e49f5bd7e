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

/** What an island imports of the model, in the pieces in which it may be loaded. The hash over everything is for tests and does not travel. */
const pieces = {
  'shown at once (steps, waterfall, payload, texts)': [
    'steps',
    'critical-path',
    'fold',
    'describe',
    'payload',
    'topology',
    'toggle-effects',
    'span',
    'stages',
  ],
  'links and settings': ['link-state', 'derived-numbers', 'clamp-setting'],
  'engine (traces, distribution, comparison)': ['trace', 'distribution', 'compare'],
}

const root = new URL('..', import.meta.url).pathname

type Row = { readonly name: string; readonly value: string; readonly limit: string }

/** Prints the model's script size, the time of a step, and the time of a distribution. The first argument is the number of runs. */
export async function run(args: string[]): Promise<void> {
  const runs = Math.max(3, Number(args[0]) || 15)
  const rows = [
    ...distributionRows(scenarios, runs),
    ...traceRows(scenarios, runs),
    hashRow(scenarios),
    ...(await sizeRows()),
    ...(await islandRows()),
  ]
  for (const { name, value, limit } of rows) console.log(`${name.padEnd(58)} ${value.padStart(16)}   ${limit}`)
}

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
    { name: 'script: engine and panels, on the first touch', value: `${sizeOf(false)} bytes`, limit: '' },
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
      limit: '16 ms',
    },
    { name: `101 scrub positions, median of ${runs}`, value: `${scrub.toFixed(2)} ms`, limit: '50 ms each' },
    { name: `critical path, median of ${runs}`, value: `${path.toFixed(3)} ms`, limit: '' },
    { name: `link out and in, median of ${runs}`, value: `${link.toFixed(3)} ms`, limit: '' },
  ]
}

function distributionRows(scenarios: readonly Scenario[], runs: number): Row[] {
  const coldFrom = performance.now()
  distribute(scenarios[0]!)
  const cold = performance.now() - coldFrom
  const times = scenarios.map((scenario) => ({ id: scenario.id, time: medianOf(runs, () => void distribute(scenario)) }))
  times.sort((a, b) => a.time - b.time)
  const middle = times[Math.floor(times.length / 2)]!
  const slowest = times.at(-1)!
  const count = REQUESTS_IN_RUN.toLocaleString('en-GB')
  return [
    { name: `${count} requests, first call in a fresh process`, value: `${cold.toFixed(1)} ms`, limit: '' },
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
