import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { type Command, type Devtools, openChromium, type Tab } from './devtools'
import { median } from './measure'
import type { Row, Wanted } from './pages'
import { plainPage, readPage, timeHeading, writePage } from './plain-pages'
import { slowLink } from './slow-link'

/** From where to where, by the kinds of the pages. */
const ways = [
  ['list', 'article'],
  ['ledgers', 'ledger'],
] as const

/** How long a hand rests on a link that it means to press, and how long it presses. */
const humanHover = 600
const press = 80
const mostAfterHover = 150

const slowed: readonly Command[] = [['Emulation.setCPUThrottlingRate', { rate: 4 }]]

/** When the click came, by a clock that the next page has too. */
const noteClick = `addEventListener('click', (it) => localStorage.setItem('clicked', performance.timeOrigin + it.timeStamp), true)`

const headingPainted = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const heading = list.getEntries().find((it) => it.identifier === 'heading')
    if (heading) done(performance.timeOrigin + heading.renderTime - Number(localStorage.getItem('clicked')))
  }).observe({ type: 'element', buffered: true })
})`

const placeOf = (path: string) => `(() => {
  const link = [...document.querySelectorAll('main a')].find((it) => it.pathname.endsWith(${JSON.stringify(path)}))
  link.scrollIntoView({ block: 'center' })
  const { x, y } = link.getClientRects()[0]
  return { x: x + 8, y: y + 8 }
})()`

async function arrive(tab: Tab, path: string): Promise<void> {
  const isThere = `location.pathname.endsWith(${JSON.stringify(path)}) && document.readyState === 'complete'`
  const isReady = () => tab.evaluate<boolean>(isThere).catch(() => false)
  const until = performance.now() + 30_000
  while (!(await isReady())) {
    if (performance.now() > until) throw new Error(`${path} did not come: ${await tab.evaluate<string>('location.href')}.`)
    await sleep(50)
  }
}

/** What a page goes by when it is left: a slow processor gets no transition (components/enhance/skip-transition.ts). */
const tookToBeReady = `(({ domInteractive, responseEnd }) => domInteractive - responseEnd)(performance.getEntriesByType('navigation')[0])`

type Times = Readonly<Record<'hovered' | 'early' | 'plain', Way>>
type Way = { readonly time: number; readonly ready: number }

/** From the click to the painted heading of the page that it leads to, and how long the page before took to be ready. */
async function follow(browser: Devtools, site: string, from: string, to: string, hover: number): Promise<Way> {
  const tab = await browser.openTab(slowed)
  await tab.send('Page.navigate', { url: site + from })
  await arrive(tab, from)
  await tab.evaluate(noteClick)
  const ready = await tab.evaluate<number>(tookToBeReady)
  const { x, y } = await tab.evaluate<{ x: number; y: number }>(placeOf(to))
  // Whatever the page does after it has loaded is done.
  await sleep(1000)
  const mouse = (type: string, button: string) => tab.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 })
  await mouse('mouseMoved', 'none')
  await sleep(hover)
  await mouse('mousePressed', 'left')
  await sleep(press)
  // The page may be gone before it answers.
  mouse('mouseReleased', 'left').catch(() => undefined)
  await arrive(tab, to)
  const time = await tab.evaluate<number>(headingPainted)
  await tab.close()
  return { time, ready }
}

/** From click to painted heading on slow 4G with the CPU slowed four times: after a hover, and at once, beside plain pages with the same text. */
export async function measureNavigation({ out, pages, runs, tell }: Wanted): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-navigation-'))
  const [copy, plain] = [join(folder, 'site'), join(folder, 'plain')]
  cpSync(out, copy, { recursive: true })
  const pathOf = (kind: string) => pages.find((it) => it.kind === kind)?.path
  const measured = ways.flatMap(([from, to]) => {
    const [source, target] = [pathOf(from), pathOf(to)]
    return source && target ? [{ source, target }] : []
  })
  for (const { source, target } of measured)
    for (const path of [source, target]) {
      const html = timeHeading(readPage(out, path))
      writePage(copy, path, html)
      writePage(plain, path, plainPage(html))
    }
  writeFileSync(join(plain, '404.html'), '')
  const { basePath } = siteAddress(process.cwd())
  const servers = [staticServer(copy, { headers: true, basePath }), staticServer(plain, { headers: false, basePath: '' })]
  const links = await Promise.all(servers.map(async (it) => slowLink(await listen(it, 0))))
  const [own = 0, handMade = 0] = await Promise.all(links.map((it) => listen(it, 0)))
  const browser = await openChromium()
  const rows: Row[] = []
  for (const { source, target } of measured) {
    const times: Times[] = []
    for (let run = 1; run <= runs; run += 1) {
      tell(`from ${source} to ${target}, run ${run} of ${runs}`)
      times.push({
        hovered: await follow(browser, `http://127.0.0.1:${own}${basePath}`, source, target, humanHover),
        early: await follow(browser, `http://127.0.0.1:${own}${basePath}`, source, target, 0),
        plain: await follow(browser, `http://127.0.0.1:${handMade}`, source, target, 0),
      })
    }
    rows.push(...rowsOf(source, target, times))
  }
  await browser.close()
  for (const it of [...servers, ...links]) it.close()
  rmSync(folder, { recursive: true, force: true })
  return rows
}

function rowsOf(from: string, to: string, times: readonly Times[]): Row[] {
  const [hovered, early, plain] = (['hovered', 'early', 'plain'] as const).map((it) => median(times.map((way) => way[it].time)))
  const ready = times.flatMap((it) => [it.hovered.ready, it.early.ready])
  const way = `${from} to ${to}`
  return [
    {
      name: `${way}, after ${humanHover} ms of hover`,
      values: [`${hovered?.toFixed(0)} ms`],
      limit: `${mostAfterHover} ms`,
      holds: (hovered ?? Infinity) <= mostAfterHover,
    },
    {
      name: `${way}, clicked at once`,
      values: [`${early?.toFixed(0)} ms, plain ${plain?.toFixed(0)} ms: ${((early ?? 0) / (plain ?? 1)).toFixed(2)} times`],
      limit: '1 times plain',
      holds: (early ?? Infinity) <= (plain ?? 0),
    },
    {
      name: `${from}, from its last byte to being ready`,
      values: [`${Math.min(...ready).toFixed(0)} to ${Math.max(...ready).toFixed(0)} ms`],
      limit: 'none',
      holds: true,
    },
  ]
}
