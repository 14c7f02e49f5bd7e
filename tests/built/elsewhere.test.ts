import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'
import { listen, staticServer } from '@/lib/cli/static-server'
import { missingServer, webServers } from '@/lib/cli/web-servers'
import { todayInUtc } from '@/lib/content/dates'
import { sitemap } from '@/lib/publish/feeds'
import { isForwarding } from '@/lib/publish/forwarding'
import { attribute, elements, parseHtml, textOf } from '@/lib/publish/html'
import { linksOf } from '@/lib/publish/links'
import { publish, type Report } from '@/lib/publish/publish'
import { readServing } from '@/lib/publish/serving'
import { gatherFacts } from '@/lib/publish/site-facts'
import { type Answer, ask } from './hosts/ask'
import type { Running } from './hosts/expectations'
import { startNginx } from './hosts/nginx-server'
import { atomProblems } from './specifications/atom'
import { rssProblems } from './specifications/rss'
import { sitemapProblems } from './specifications/sitemap'
import { dataProblems } from './specifications/structured-data'

const root = process.cwd()
const origin = 'https://robin.example'
const basePath = '/portfolio'
const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
const out = join(folder, 'out')

const silent: Report = { step: async (_, work) => work(() => undefined), note: () => undefined }

/** What the last build printed, published for another address: nothing has to be printed again for that. */
beforeAll(async () => {
  const folders = {
    exported: join(root, '.build', 'export'),
    next: join(root, '.next'),
    staged: join(folder, 'staged'),
    compressed: join(root, '.build', 'compressed-elsewhere'),
    out,
  }
  await publish({ root, folders, basePath, origin }, silent)
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (file: string) => readFileSync(join(out, file), 'utf8')

const pageFiles = () =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && it.name.endsWith('.html'))
    .map((it) => relative(out, join(it.parentPath, it.name)).replaceAll('\\', '/'))

const pages = () =>
  pageFiles()
    .map((path) => ({ path, html: read(path) }))
    .filter(({ html }) => !isForwarding(html))
    .map(({ path, html }) => ({ path, document: parseHtml(html) }))

const addressOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

describe('a site that knows its address', () => {
  /** An owner who has only begun has no writing and no questions yet. */
  const { writings, questions } = gatherFacts(origin, basePath)

  it('has feeds that are valid by their specifications', () => {
    expect(atomProblems(read('atom.xml'))).toEqual([])
    expect(rssProblems(read('rss.xml'))).toEqual([])
    expect(read('rss.xml').includes('<item>')).toBe(writings.length > 0)
  })

  it('has a sitemap that is valid by its specification', () => {
    const addresses = pageFiles()
      .filter((it) => it !== '404.html')
      .map(addressOf)
    const text = sitemap(addresses, gatherFacts(origin, basePath))
    expect(sitemapProblems(text, `${origin}${basePath}/`, todayInUtc())).toEqual([])
  })

  it('says of the person, of articles and of questions what search engines can read', () => {
    const data = pages().flatMap(({ path, document }) =>
      elements(document)
        .filter((it) => attribute(it, 'type') === 'application/ld+json')
        .map((it) => ({ path, text: textOf(it) })),
    )
    expect(data.flatMap(({ path, text }) => dataProblems(text).map((it) => `${path}: ${it}`))).toEqual([])
    const kinds = new Set(data.map(({ text }) => (JSON.parse(text) as { '@type': string })['@type']))
    const written = writings.length > 0 ? ['BlogPosting'] : []
    const asked = questions.length > 0 ? ['FAQPage'] : []
    expect([...kinds].toSorted()).toEqual([...written, ...asked, 'ProfilePage'])
  })

  it('names each page by its whole address', () => {
    const wrong = pages().filter(({ path, document }) => {
      const canonical = elements(document).find((it) => attribute(it, 'rel') === 'canonical')
      return path !== '404.html' && (canonical && attribute(canonical, 'href')) !== origin + basePath + addressOf(path)
    })
    expect(wrong.map((it) => it.path)).toEqual([])
  })
})

const missingNginx = await missingServer(webServers.nginx)

async function startLocal(): Promise<Running> {
  const server = staticServer(out, { headers: true, basePath })
  return { port: await listen(server, 0), stop: () => void server.close() }
}

const servers: readonly (readonly [name: string, start: () => Promise<Running>])[] = [
  ['the server of npm start', startLocal],
  ...(missingNginx === undefined ? [['nginx', () => startNginx(readServing(out, basePath), out, false)] as const] : []),
]

/** Every address of our own that a page or a style in it refers to, from the root of the host. */
function addressesIn({ path, document }: ReturnType<typeof pages>[number]): string[] {
  const here = `http://host.invalid${basePath}${addressOf(path)}`
  const styles = elements(document).filter((it) => it.tagName === 'style')
  const inStyles = styles.flatMap((it) => [...textOf(it).matchAll(/url\(["']?([^)"']+)/g)].map(([, address = '']) => address))
  return [...linksOf({ path, document }).links, ...inStyles]
    .filter((it) => URL.canParse(it, here))
    .map((it) => new URL(it, here))
    .filter((it) => it.host === 'host.invalid')
    .map((it) => it.pathname)
}

describe.each(servers)('below a base path, served by %s', (_, start) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running.stop())
  const get = (path: string): Promise<Answer> => ask(running.port, path)

  it('every link, picture, font and script of every page leads to a file below that path', async () => {
    const addresses = new Set(pages().flatMap(addressesIn))
    expect(addresses.size).toBeGreaterThan(100)
    expect([...addresses].filter((it) => !it.startsWith(`${basePath}/`))).toEqual([])
    const broken: string[] = []
    for (const address of addresses) {
      const { status } = await get(address)
      if (status !== 200) broken.push(`${address}: ${status}`)
    }
    expect(broken).toEqual([])
  })

  it('a page without its slash leads to the page, below that path', async () => {
    const wrong: string[] = []
    for (const path of pageFiles().filter((it) => it.endsWith('/index.html') && !isForwarding(read(it)))) {
      const address = basePath + addressOf(path)
      const { status, headers } = await get(address.slice(0, -1))
      const location = headers.location?.replace(/^https?:\/\/[^/]+/, '')
      if (![301, 308].includes(status) || location !== address) wrong.push(`${address.slice(0, -1)}: ${status} ${location}`)
    }
    expect(wrong).toEqual([])
  })

  it('figures come alive and search finds, with nothing refused and nothing missing', async () => {
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] })
    const page = await browser.newPage()
    const seen: string[] = []
    page.on('console', (it) => seen.push(it.text()))
    page.on('pageerror', (it) => seen.push(it.message))
    page.on('response', (it) => it.status() >= 400 && seen.push(`${it.status()} ${it.url()}`))
    const site = `http://127.0.0.1:${running.port}${basePath}`
    await page.goto(`${site}/lab/request-lifecycle/`)
    await page.locator('.lc[data-alive]').waitFor()
    await page.goto(`${site}/lab/broker-queue/`, { waitUntil: 'networkidle' })
    await page.goto(`${site}/search/?q=software`)
    await page.locator('site-search output').filter({ hasText: 'software' }).waitFor()
    await browser.close()
    expect(seen).toEqual([])
  })
})
