import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'
import { Failure } from '@/lib/cli/failure'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { axeTags } from '@/lib/publish/axe-rules'
import { isForwarding } from '@/lib/publish/forwarding'

const out = join(process.cwd(), 'out')

/** `/writing/` for `writing/index.html`. */
const addresses = (): string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    // A page that only leads on to another is none to look at.
    .filter((it) => it.endsWith('.html') && !isForwarding(readFileSync(join(out, it), 'utf8')))
    .map((it) =>
      `/${relative('.', it)
        .replaceAll('\\', '/')
        .replace(/(?:^|\/)index\.html$/, '/')}`.replace('//', '/'),
    )
    .toSorted()

/** axe is put into the page once; the builder of the tests does so, and opens a page of its own, for every run. */
async function violations(page: Page, only?: string): Promise<string[]> {
  const options: RunOptions = {
    runOnly: only ? { type: 'rule', values: [only] } : { type: 'tag', values: [...axeTags] },
    resultTypes: ['violations'],
  }
  const found = await page.evaluate(
    async (it) => (await (globalThis as unknown as { axe: typeof axe }).axe.run(it)).violations,
    options,
  )
  return found.map(
    (it) =>
      `${it.id}: ${it.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 4)
        .join(', ')}`,
  )
}

const scrollsSideways = (page: Page, width: number): Promise<boolean> =>
  page.evaluate((it) => document.documentElement.scrollWidth > it, width)

/** Everything that issue a page can raise: axe at both widths and in both themes, sideways scrolling, the console. */
async function look(page: Page, address: string): Promise<string[]> {
  const faults: string[] = []
  const note = (where: string) => (it: string) => faults.push(`${where}: ${it}`)
  page.on('console', (it) => note('console')(`${it.type()}: ${it.text()}`))
  page.on('pageerror', (it) => note('error')(it.message))
  page.on('requestfailed', (it) => note('request')(it.url()))
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    if (width === 1280) {
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.evaluate(axe.source)
    }
    for (const it of await violations(page)) note(`${width} light`)(it)
    // Only colours change with the theme.
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const it of await violations(page, 'color-contrast')) note(`${width} dark`)(it)
    if (await scrollsSideways(page, width)) note(`${width}`)('scrolls sideways')
  }
  await page.setViewportSize({ width: 320, height: 700 })
  if (await scrollsSideways(page, 320)) note('320')('scrolls sideways')
  return faults
}

async function worker(
  context: BrowserContext,
  site: string,
  pending: string[],
  report: (address: string, faults: string[]) => void,
) {
  for (let address = pending.shift(); address; address = pending.shift()) {
    const page = await context.newPage()
    report(address, await look(page, site + address))
    await page.close()
  }
}

/** `npm run bench -- axe [beginning of an address]`: every page, not only one of each kind as in `npm test`. */
export async function run([begins = '/']: readonly string[]): Promise<void> {
  if (!existsSync(out)) throw new Failure('there is no out/.', 'run npm run build first.')
  const { basePath } = siteAddress(process.cwd())
  const server = staticServer(out, { headers: true, basePath })
  const site = `http://127.0.0.1:${await listen(server, 4600, 4700)}${basePath}`
  const browser: Browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] })
  const pending = addresses().filter((it) => it.startsWith(begins))
  const count = pending.length
  let faulty = 0
  let looked = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const context = await browser.newContext()
      await worker(context, site, pending, (address, faults) => {
        if (faults.length > 0) faulty += 1
        for (const it of new Set(faults)) console.log(`${address}  ${it}`)
        looked += 1
        if (looked % 20 === 0) console.log(`… ${looked} of ${count}`)
      })
      await context.close()
    }),
  )
  await browser.close()
  server.close()
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${count} pages, 2 widths, 2 themes, in ${seconds} s: ${count - faulty} without a fault, ${faulty} with.`)
}
