import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelScript } from '@/bench/model-script'
import { scenarioConfig } from '@/lib/queue/scenario-run'
import { scenarios, figureOf, nowline, logLines, openLab, openLive, readDown } from './queue-page'
import { expect, test } from './site'

test('every scenario leaves the same trace in this browser as in Node', async ({ page }) => {
  const runs = scenarios.flatMap((it) =>
    (it.against === undefined ? (['main'] as const) : (['main', 'against'] as const)).map((run) => [it, run] as const),
  )
  const golden = runs.map(([it, run]) => {
    const text = readFileSync(join(process.cwd(), 'tests/golden/queue', `${it.slug}.${run}.txt`), 'utf8')
    return /^trace ([0-9a-f]{16})/.exec(text)?.[1]
  })
  const configs = runs.map(([it, run]) => scenarioConfig(it, run))
  const program = await modelScript(
    `import { runToEnd } from '@/lib/queue/comparison'; export const hashes = (configs) => configs.map((it) => runToEnd(it).hash)`,
    `hashes(${JSON.stringify(configs)})`,
  )
  expect(await page.evaluate(program)).toEqual(golden)
  expect(golden).toHaveLength(24)
})

test('a worker that is killed, then one that hangs, is noticed, said and replaced at the same moment', async ({ page }) => {
  await openLive(page)
  const before = await nowline(page).textContent()
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(nowline(page)).not.toHaveText(before ?? '')
  const now = await nowline(page).textContent()
  await page.workers()[0]!.evaluate(() => {
    close()
  })
  await expect(page.locator('.bq-notices')).toContainText('stopped answering', { timeout: 15_000 })
  await expect(figureOf(page)).toHaveAttribute('data-ready', 'true')
  await expect(nowline(page)).toHaveText(now ?? '')
  void page
    .workers()[0]!
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined)
  await expect(page.locator('.bq-notices li')).toHaveCount(2, { timeout: 15_000 })
  await expect(nowline(page)).toHaveText(now ?? '')
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(nowline(page)).not.toHaveText(now ?? '')
})

test('a browser without workers runs the same in the page', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Worker')
  })
  await openLive(page)
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(nowline(page)).toContainText(/[1-9]\d* done/)
  expect(page.workers()).toHaveLength(0)
})

test('a page that is hidden, and a figure that is scrolled away, pause', async ({ page }) => {
  await openLive(page)
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.getByRole('button', { name: 'Play' }).click()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(1)
})

test('with reduced motion it plays in steps of half a second and nothing travels', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openLive(page, '#v=1&sc=burst')
  await page.getByRole('button', { name: 'Reset' }).click()
  const moves = await page.evaluate(async () => {
    const line = document.querySelector('.bq-nowline')!
    const seen: string[] = []
    const watcher = new MutationObserver(() => seen.push(line.textContent?.split(':')[0] ?? ''))
    watcher.observe(line, { childList: true, characterData: true, subtree: true })
    ;[...document.querySelectorAll('button')].find((it) => it.textContent === 'Play')!.click()
    while (new Set(seen).size < 4) await new Promise((resolve) => requestAnimationFrame(resolve))
    watcher.disconnect()
    return [...new Set(seen)].map((it) => Number.parseFloat(it))
  })
  for (const [at, seconds] of moves.entries()) if (at > 0) expect(seconds - moves[at - 1]!).toBeGreaterThanOrEqual(0.45)
})

test('a long run says how far it has been counted, and then shows what came of it', async ({ page }) => {
  await openLab(page, '#v=1&w=payments&n=300000&r=60&ox=0&dd=0')
  await expect(nowline(page)).toHaveText(/^Counting the run: \d+%\.$/)
  await expect(figureOf(page)).toHaveAttribute('aria-busy', 'true')
  await expect(figureOf(page)).toHaveAttribute('data-ready', 'true', { timeout: 30_000 })
  await expect(nowline(page)).toContainText('API threads busy')
})

const scriptsOf = (page: Page) => {
  const names: string[] = []
  page.context().on('request', (it) => {
    const name = /\/assets\/([a-z-]+)-[A-Z0-9]+\.js$/.exec(it.url())?.[1]
    if (name !== undefined) names.push(name)
  })
  return names
}

test('a reader fetches what the run at hand needs, and the rest when it is asked for', async ({ page }) => {
  const fetched = scriptsOf(page)
  await openLab(page)
  expect(fetched).not.toContain('engine')
  // Touched at its top, with the log still far below.
  await figureOf(page).dispatchEvent('pointerover')
  await expect(figureOf(page)).toHaveAttribute('data-ready', 'true')
  expect(fetched).toEqual(expect.arrayContaining(['engine', 'broker-queue-worker', 'rabbitmq']))
  for (const later of ['redis', 'kafka', 'trouble', 'summary', 'log-answers', 'results', 'hands-on', 'address', 'link'])
    expect(fetched).not.toContain(later)
  await readDown(page)
  await expect(logLines(page).first()).toContainText('System ready')
  expect(fetched).toEqual(expect.arrayContaining(['hands-on', 'log-answers']))
  await page.getByRole('combobox', { name: 'Broker' }).selectOption('kafka')
  await expect(page.locator('.instrument .bq-wide .bq-name').nth(3)).toHaveText('Kafka')
  expect(fetched).toEqual(expect.arrayContaining(['kafka', 'summary', 'results', 'link']))
  expect(fetched.filter((it) => it === 'rabbitmq')).toHaveLength(1)
})

for (const part of ['engine', 'rabbitmq'])
  test(`when ${part} cannot be fetched the figure says so, stays as it is, and works once it can`, async ({
    page,
    context,
    watched,
  }) => {
    const gone = `**/assets/${part}-*.js`
    await context.route(gone, (route) => route.abort())
    await openLab(page)
    const before = await nowline(page).textContent()
    await page.getByRole('button', { name: 'Step', exact: true }).click()
    await expect(page.locator('.bq-notices')).toContainText('could not be loaded')
    await expect(nowline(page)).toHaveText(before ?? '')
    await context.unroute(gone)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('button', { name: 'Step', exact: true }).click()
    await expect(nowline(page)).not.toHaveText(before ?? '')
    await expect(page.locator('.bq-notices')).toHaveCount(0)
    // The browser itself says that a request failed; that is what this test is about.
    expect(watched.splice(0).every((it) => it.includes('ERR_FAILED'))).toBe(true)
  })
