import { brotliCompressSync, constants } from 'node:zlib'
import { chromium, type Browser, type Request } from '@playwright/test'
import { build } from 'esbuild'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { budgetFor } from '@/lib/publish/budgets'
import { attribute, elements, parseHtml, textOf } from '@/lib/publish/html'
import type { Measured, Row, Wanted } from './pages'
import { readPage } from './plain-pages'

type Fetched = { readonly type: string; readonly address: string; readonly bytes: number }

const brotli = (text: string): number =>
  text === '' ? 0 : brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** The picture on the tab is no part of a page. */
const isIcon = (address: string) => /\/(?:icon\.svg|favicon\.ico)$/.test(address)
/** What a figure fetches once it comes into view; the loader itself belongs to the page. */
const isFigures = ({ type, address }: Fetched) => type === 'script' && !/\/(?:islands|search)-[^/]+$/.test(address)

async function fetched(browser: Browser, address: string): Promise<Fetched[]> {
  // A context of its own: nothing is cached.
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  const page = await context.newPage()
  const requests: Request[] = []
  page.on('requestfinished', (it) => requests.push(it))
  await page.goto(address, { waitUntil: 'networkidle' })
  const all = await Promise.all(
    requests
      .filter((it) => !isIcon(it.url()))
      .map(async (it) => ({ type: it.resourceType(), address: it.url(), bytes: (await it.sizes()).responseBodySize })),
  )
  await context.close()
  return all
}

/** In KB as sent; what stands in the page itself is compressed alone, which is about what it adds to the page. */
export const weightColumns = [
  'requests',
  'all KB',
  'HTML',
  'styles in it',
  'scripts in it',
  'CSS',
  'script',
  'fonts',
  'images',
  'figures in view',
]

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)
const sum = (all: readonly Fetched[]): number => all.reduce((total, it) => total + it.bytes, 0)

function inlineSizes(html: string): { style: number; script: number } {
  const all = elements(parseHtml(html))
  const join = (wanted: (it: (typeof all)[number]) => boolean) => brotli(all.filter(wanted).map(textOf).join(''))
  return {
    style: join((it) => it.tagName === 'style'),
    script: join((it) => it.tagName === 'script' && !attribute(it, 'src') && !attribute(it, 'type')?.includes('ld+json')),
  }
}

function rowsOf({ kind, path }: Measured, all: readonly Fetched[], html: string): Row[] {
  const own = all.filter((it) => !isFigures(it))
  const of = (type: string) => sum(own.filter((it) => it.type === type))
  const { style, script } = inlineSizes(html)
  const figures = sum(all.filter(isFigures))
  const budget = budgetFor({ path: `${path.slice(1)}index.html`, islands: html.includes('data-island=') ? 1 : 0 })
  const [total, requests, scripts] = [sum(own), own.length, of('script') + script]
  const limit = budget ? `${kilobytes(budget.total)} in ${budget.requests}, script ${kilobytes(budget.script)}` : 'none'
  const sizes = [total, of('document'), style, script, ...['stylesheet', 'script', 'font', 'image'].map(of), figures].map(
    kilobytes,
  )
  const holds = budget !== undefined && total <= budget.total && requests <= budget.requests && scripts <= budget.script
  return [{ name: `${kind} ${path}`, values: [String(requests), ...sizes], limit, holds }]
}

/** The script that fetches a link ahead where the browser has no rules for that, by itself. */
async function prefetchRow(): Promise<Row> {
  const { outputFiles } = await build({
    entryPoints: ['components/enhance/prefetch-on-intent.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const bytes = brotli(outputFiles[0]?.text ?? '')
  return {
    name: 'prefetch on intent',
    values: ['', kilobytes(bytes), ...weightColumns.slice(2).map(() => '')],
    limit: '1.0',
    holds: bytes > 0 && bytes < 1024,
  }
}

/** What each kind of page sends over the wire, as a browser with an empty cache gets it from the server of `npm start`. */
export async function weighPages({ out, pages, tell }: Wanted): Promise<readonly Row[]> {
  const { basePath } = siteAddress(process.cwd())
  const server = staticServer(out, { headers: true, basePath })
  const site = `http://127.0.0.1:${await listen(server, 0)}${basePath}`
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] })
  const rows: Row[] = []
  for (const [index, page] of pages.entries()) {
    tell(`weighing ${page.path} (${index + 1} of ${pages.length})`)
    rows.push(...rowsOf(page, await fetched(browser, site + page.path), readPage(out, page.path)))
  }
  await browser.close()
  server.close()
  return [...rows, await prefetchRow()]
}
