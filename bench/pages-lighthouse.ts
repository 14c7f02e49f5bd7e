import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { profile } from '@/lib/content/site'
import { median } from './measure'
import type { Row, Wanted } from './pages'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** The pages of an instrument may lose two points to it. */
const leastPerformance: Readonly<Record<string, number>> = { lab: 98, erd: 98, 'request-lifecycle': 98, 'broker-queue': 98 }

/** A sample asks search engines to leave it alone, which is the one thing that this audit holds against it. */
const skipAudits = () => (profile().sample ? ['is-crawlable'] : [])

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0)
  server.close()
  return port
}

async function runOnce(address: string, port: number): Promise<Result> {
  const skipped = skipAudits()
  const ran = await lighthouse(
    address,
    { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] },
    { extends: 'lighthouse:default', settings: { ...(skipped.length > 0 ? { skipAudits: skipped } : {}) } },
  )
  if (!ran) throw new Error(`Lighthouse has nothing to say of ${address}.`)
  return ran.lhr
}

/** Audits that count and were not passed in full, with what Lighthouse measured. */
function missedAudits({ categories: all, audits }: Result): string[] {
  return Object.values(all)
    .filter((it) => (it.score ?? 0) < 1)
    .flatMap((it) => it.auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => audits[id])
    .filter((it) => it !== undefined && it.score !== null && it.score < 1)
    .map((it) => `${it?.id} ${it?.displayValue ?? it?.score}`)
}

function rowOf(kind: string, path: string, results: readonly Result[]): Row {
  const scores = categories.map((name) => Math.round(100 * median(results.map((it) => it.categories[name]?.score ?? 0))))
  const least = categories.map((name) => (name === 'performance' ? (leastPerformance[kind] ?? 100) : 100))
  const paints = results.map((it) => it.audits['largest-contentful-paint']?.numericValue ?? 0)
  const holds = scores.every((it, at) => it >= (least[at] ?? 100))
  const missed = holds ? [] : [...new Set(results.flatMap(missedAudits))]
  return {
    name: `${kind} ${path}`,
    values: [
      `${scores.join(' ')}, largest paint ${(median(paints) / 1000).toFixed(2)} s${missed.length > 0 ? ` (${missed.join(', ')})` : ''}`,
    ],
    limit: least.join(' '),
    holds,
  }
}

/** Lighthouse as it measures a phone: the median of each score, of as many runs as wanted. */
export async function scoreWithLighthouse({ out, pages, runs, tell }: Wanted): Promise<readonly Row[]> {
  const { basePath } = siteAddress(process.cwd())
  const server = staticServer(out, { headers: true, basePath })
  const site = `http://127.0.0.1:${await listen(server, 0)}${basePath}`
  if (skipAudits().length > 0) tell(`this site is a sample that must not be indexed: left out is ${skipAudits().join()}`)
  const rows: Row[] = []
  for (const { kind, path } of pages) {
    const results: Result[] = []
    const port = await freePort()
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: [...chromiumArguments, `--remote-debugging-port=${port}`],
    })
    for (let run = 1; run <= runs; run += 1) {
      tell(`Lighthouse on ${path}, run ${run} of ${runs}`)
      results.push(await runOnce(site + path, port))
    }
    await browser.close()
    rows.push(rowOf(kind, path, results))
  }
  server.close()
  return rows
}
