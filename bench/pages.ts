import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@/lib/cli/failure'
import { readFlags } from '@/lib/cli/flags'
import { pageKinds } from '@/lib/cli/page-kinds'
import { articles, newestFirst } from '@/lib/content/articles'
import { entriesOf } from '@/lib/content/store'
import { printTable } from './measure'
import { scoreWithLighthouse } from './pages-lighthouse'
import { measureNavigation } from './pages-navigation'
import { comparePaints } from './pages-paint'
import { compareStyles } from './pages-styles'
import { weighPages, weightColumns } from './pages-weights'
import { readPage } from './plain-pages'

/** One line of the result: what was measured and what it may be at most, or at least. */
export type Row = { readonly name: string; readonly values: readonly string[]; readonly limit: string; readonly holds: boolean }

export type Measured = { readonly kind: string; readonly path: string }

export type Wanted = {
  readonly out: string
  readonly pages: readonly Measured[]
  readonly runs: number
  readonly tell: (text: string) => void
}

/** The pages that the speed of is promised; the others are weighed. */
const timed = ['home', 'list', 'article', 'ledger', 'lab', 'erd', 'request-lifecycle', 'broker-queue']

/** A first paint differs by a fifth from run to run on a shared machine: its median needs more of them. */
type Part = { readonly measure: (wanted: Wanted) => Promise<readonly Row[]>; readonly runs: number }

const parts: Readonly<Record<string, Part>> = {
  weights: { measure: weighPages, runs: 1 },
  lighthouse: { measure: (wanted) => scoreWithLighthouse(onlyTimed(wanted)), runs: 5 },
  paint: { measure: (wanted) => comparePaints(onlyTimed(wanted)), runs: 15 },
  navigation: { measure: measureNavigation, runs: 7 },
  styles: { measure: compareStyles, runs: 5 },
}

const onlyTimed = (wanted: Wanted): Wanted => ({ ...wanted, pages: wanted.pages.filter((it) => timed.includes(it.kind)) })

const hasInstrument = (out: string, path: string) => readPage(out, path).includes('data-island=')

/** One page of each kind; articles with an instrument and without are two kinds, and each instrument is one. */
function measuredPages(out: string): Measured[] {
  const written = newestFirst(entriesOf(articles)).map((it) => it.href)
  const first = (wants: boolean) => written.find((it) => hasInstrument(out, it) === wants)
  const others = Object.entries(pageKinds).filter(([kind]) => !['writing', 'instrument', 'article', 'missing'].includes(kind))
  const instruments = ['erd', 'request-lifecycle', 'broker-queue'].map((it) => [it, `/lab/${it}/`] as const)
  const named = {
    ...Object.fromEntries(others),
    list: '/writing/',
    article: first(false),
    'article with an instrument': first(true),
    ...Object.fromEntries(instruments),
  }
  return Object.entries(named).flatMap(([kind, path]) =>
    path && existsSync(join(out, path, 'index.html')) ? [{ kind, path }] : [],
  )
}

/** `npm run bench -- pages [--only weights|lighthouse|paint|navigation|styles] [--kinds home,article] [--runs 5]` */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = readFlags(args, { switches: [], values: ['only', 'kinds', 'runs'] })
  const out = join(process.cwd(), 'out')
  if (!existsSync(join(out, 'index.html'))) throw new Failure('there is no built site yet.', 'npm run build.')
  const asked = values.get('runs')?.at(-1)
  if (asked !== undefined && !/^[1-9]\d*$/.test(asked)) throw new Failure('--runs is no number of runs.', 'write --runs 5.')
  const all = measuredPages(out)
  const kinds = values.get('kinds')?.at(-1)?.split(',') ?? all.map((it) => it.kind)
  const names = values.get('only')?.at(-1)?.split(',') ?? Object.keys(parts)
  refuseUnknown('--only', names, Object.keys(parts))
  refuseUnknown(
    '--kinds',
    kinds,
    all.map((it) => it.kind),
  )
  const pages = all.filter((it) => kinds.includes(it.kind))
  const rows: Row[] = []
  for (const name of names) {
    const { measure, runs } = parts[name]!
    const measured = await measure({
      out,
      pages,
      runs: Number(asked ?? runs),
      tell: (text) => void process.stderr.write(`… ${text}\n`),
    })
    const table = measured.map((it) => [it.name, ...it.values, it.limit, it.holds ? '' : 'over'])
    const columns = name === 'weights' ? weightColumns : ['measured']
    process.stdout.write(`\n${name}\n`)
    printTable(['', ...columns, 'limit', ''], table)
    rows.push(...measured)
  }
  const missed = rows.filter((it) => !it.holds)
  process.stdout.write(`\n${rows.length - missed.length} of ${rows.length} within their limits\n`)
  if (missed.length > 0) process.exitCode = 1
}

function refuseUnknown(flag: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((it) => !known.includes(it))
  if (unknown !== undefined)
    throw new Failure(`${flag} ${unknown} is nothing that is measured.`, `name some of: ${known.join(', ')}.`)
}
