import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { type Command, type Devtools, openChromium } from './devtools'
import { median } from './measure'
import type { Row, Wanted } from './pages'
import { plainPage, readPage, writePage } from './plain-pages'
import { slowLink } from './slow-link'

const mostTimesPlain = 1.2

const phone: readonly Command[] = [
  ['Emulation.setCPUThrottlingRate', { rate: 4 }],
  ['Emulation.setDeviceMetricsOverride', { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true }],
]

const largestPaint = `new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
})`

/** Loaded, and quiet for as long as a late font needs to be drawn. */
const loaded = `new Promise((done) => {
  const later = () => setTimeout(done, 1500)
  if (document.readyState === 'complete') later(); else addEventListener('load', later)
})`

/** One visit: each page is opened in the same tab, when the one before it is loaded. */
export async function paintsOf(browser: Devtools, addresses: readonly string[]): Promise<number[]> {
  const tab = await browser.openTab(phone)
  const times: number[] = []
  for (const url of addresses) {
    await tab.send('Page.navigate', { url })
    await tab.evaluate(loaded)
    times.push(await tab.evaluate<number>(largestPaint))
  }
  await tab.close()
  return times
}

/** When the largest part of the first screen is painted, on slow 4G with the CPU slowed four times, beside the same text as a plain page. */
export async function comparePaints({ out, pages, runs, tell }: Wanted): Promise<readonly Row[]> {
  const plain = mkdtempSync(join(tmpdir(), 'bench-plain-'))
  writeFileSync(join(plain, '404.html'), '')
  for (const { path } of pages) writePage(plain, path, plainPage(readPage(out, path)))
  const { basePath } = siteAddress(process.cwd())
  const servers = [staticServer(out, { headers: true, basePath }), staticServer(plain, { headers: false, basePath: '' })]
  const links = await Promise.all(servers.map(async (it) => slowLink(await listen(it, 0))))
  const [site = 0, handMade = 0] = await Promise.all(links.map((it) => listen(it, 0)))
  const browser = await openChromium()
  const rows: Row[] = []
  for (const { kind, path } of pages) {
    const times: { site: number; plain: number }[] = []
    for (let run = 1; run <= runs; run += 1) {
      tell(`largest paint of ${path} and of its plain copy, run ${run} of ${runs}`)
      times.push({
        site: (await paintsOf(browser, [`http://127.0.0.1:${site}${basePath}${path}`]))[0] ?? Infinity,
        plain: (await paintsOf(browser, [`http://127.0.0.1:${handMade}${path}`]))[0] ?? 0,
      })
    }
    const [own, other] = [median(times.map((it) => it.site)), median(times.map((it) => it.plain))]
    rows.push({
      name: `${kind} ${path}`,
      values: [`${own.toFixed(0)} ms, plain ${other.toFixed(0)} ms: ${(own / other).toFixed(2)} times`],
      limit: `${mostTimesPlain} times plain`,
      holds: own <= mostTimesPlain * other,
    })
  }
  await browser.close()
  for (const it of [...servers, ...links]) it.close()
  rmSync(plain, { recursive: true, force: true })
  return rows
}
