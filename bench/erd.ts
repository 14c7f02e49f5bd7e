import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { analyseSchema } from '@/lib/erd/analysis/analyse'
import { simulateDelete } from '@/lib/erd/explore/delete-simulator'
import { findJoinPath } from '@/lib/erd/explore/join-path'
import { neighbourhood } from '@/lib/erd/explore/neighbours'
import { searchSchema } from '@/lib/erd/explore/search'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import { renderSvg } from '@/lib/erd/export/svg'
import { layOutSchema } from '@/lib/erd/layout/lay-out-schema'
import { createSplitter } from '@/lib/erd/sql/split-statements'
import { readSchemaText } from '@/lib/erd/sql/read-schema'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'
import { measureHydration, measureInBrowser } from './erd-browser'
import { printTable } from './measure'

const SIZES = [12, 100, 500]

/** `npm run bench -- erd [runs]`: medians over the given number of runs, 3 unless said otherwise. */
export async function run(args: string[]): Promise<void> {
  const runs = Math.max(1, Number.parseInt(args[0] ?? '3', 10) || 3)
  console.log(`erd: medians of ${runs} runs`)
  const rows = []
  // The largest comes first, so that its first layout meets a cold engine, as in a build.
  for (const size of SIZES.toReversed()) rows.unshift(await measureSize(size, runs))
  console.table(rows)
  console.table([await measureSplitter(runs)])
  const drawn = await measureInBrowser(SIZES)
  console.table(drawn)
  const page = await measureHydration(3 * runs)
  if (page) console.table([page])
  const [largest, felt] = [rows.at(-1), drawn.at(-1)]
  if (!largest || !felt) return
  printTable(
    ['what', 'measured', 'limit'],
    [
      ['own script, gzip', page ? `${page['script KB gzip']} KB` : 'not built', '14 KB'],
      [
        '16 tables: interactive after hydration began, median',
        page ? `${page['interactive, median ms']} ms` : 'not built',
        '50 ms',
      ],
      ['500 tables: layout, cold', `${largest['first layout ms']} ms`, '2000 ms'],
      ['500 tables: highlight, median', `${felt['highlight median ms']} ms`, '4 ms'],
      ['500 tables: pan, p95 of frames', `${felt['pan frame p95 ms']} ms`, '33 ms'],
      ['overlaps at any size', `${rows.reduce((sum, it) => sum + it.overlaps, 0)}`, '0'],
      ['same bytes twice', rows.every((it) => it['same bytes']) ? 'yes' : 'no', 'yes'],
    ],
  )
}

async function measureSize(tables: number, runs: number) {
  const sql = syntheticSchema(tables)
  const source = { name: 'synthetic', file: 'synthetic.sql' }
  const { model } = await readSchemaText(sql, source)
  const choice = { mode: 'all', orientation: 'landscape', hubs: 'badge' } as const
  const first = performance.now()
  const geometry = await layOutSchema(model, choice)
  const firstLayout = Math.round(performance.now() - first)
  const svg = drawing(geometry)
  const again = drawing(await layOutSchema(model, choice))
  const data = projectForExplorer(model)
  const [from, to] = [data.tables[1]?.id ?? '', data.tables.at(-1)?.id ?? '']
  return {
    tables,
    'read ms': await median(runs, () => readSchemaText(sql, source)),
    'first layout ms': firstLayout,
    'layout CPU ms': await medianCpu(runs, () => layOutSchema(model, choice)),
    'layout ms': await median(runs, () => layOutSchema(model, choice)),
    'portrait ms': await median(runs, () => layOutSchema(model, { ...choice, orientation: 'portrait' })),
    'analyse ms': await median(runs, () => analyseSchema(model)),
    'SVG KB': Math.round(svg.length / 1024),
    'gzip KB': Math.round(gzipSync(svg).length / 1024),
    overlaps: geometry.quality.overlaps,
    'through tables': geometry.quality.edgesThroughTables,
    crossings: geometry.quality.crossings,
    'same bytes': digest(svg) === digest(again),
    'neighbours ms': await median(runs, () => neighbourhood(data, to, 2)),
    'path ms': await median(runs, () => findJoinPath(data, from, to)),
    'search ms': await median(runs, () => searchSchema(data, 'order id')),
    'delete ms': await median(runs, () => simulateDelete(data, 'tenants')),
  }
}

async function measureSplitter(runs: number) {
  const chunk = "INSERT INTO t VALUES (1, 'it''s; data', 2.5, '{\"a\": 1}');\n".repeat(1_000)
  const chunks = Math.ceil(50_000_000 / chunk.length)
  let peak = 0
  const ms = await median(runs, () => {
    const splitter = createSplitter(() => undefined)
    for (let turn = 0; turn < chunks; turn += 1) splitter.push(chunk)
    splitter.end()
    peak = splitter.peakBufferedCharacters()
  })
  return { 'file MB': 50, 'split ms': ms, 'characters held at most': peak }
}

function drawing(geometry: Awaited<ReturnType<typeof layOutSchema>>): string {
  return renderSvg(geometry, { title: 'Synthetic', description: 'Synthetic.', standalone: true, idPrefix: 'erd' })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Time in the processor: on a machine that others use too, the clock on the wall measures them as well. */
async function medianCpu(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < runs; turn += 1) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0)
}

async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < runs; turn += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return Math.round((times[Math.floor(times.length / 2)] ?? 0) * 100) / 100
}
