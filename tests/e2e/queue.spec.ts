import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScenario, scenarioConfig } from '@/lib/queue/scenario-run'
import { scenarios, figureOf, nowline, scrub, logLines, openLab, openLive, tabTo, copied, stateOf } from './queue-page'
import { expect, test } from './site'

test('by keyboard alone: a step, a setting, a worker killed, a step back, and the link brings it all back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLab(page)
  await tabTo(page, page.getByRole('combobox', { name: 'Scenario' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.bq-question')).toHaveText(scenarios[1]!.question)
  await expect(figureOf(page)).toHaveAttribute('data-ready', 'true')
  await tabTo(page, page.getByRole('button', { name: 'Step', exact: true }))
  const before = await nowline(page).textContent()
  await page.keyboard.press('Enter')
  await expect(nowline(page)).not.toHaveText(before ?? '')
  await tabTo(page, page.getByLabel('Workers', { exact: true }))
  await page.keyboard.press('ArrowUp')
  await expect(nowline(page)).toContainText('of 9 workers')
  await tabTo(page, page.getByRole('checkbox', { name: 'Worker 0 is killed' }))
  await page.keyboard.press('Space')
  await expect(nowline(page)).toContainText('1 gone or hanging')
  await expect(page.locator('.instrument .bq-wide .bq-gone')).toHaveCount(1)
  await tabTo(page, page.getByRole('button', { name: 'Copy link' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.bq-copied')).toHaveText('Link copied.')
  const state = await stateOf(page)
  const other = await context.newPage()
  await other.goto(await copied(page))
  await expect(figureOf(other)).toHaveAttribute('data-ready', 'true')
  expect(await stateOf(other)).toEqual(state)
})

test('a step back undoes a step, and any moment can be gone to', async ({ page }) => {
  await openLive(page)
  const start = await nowline(page).textContent()
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(nowline(page)).not.toHaveText(start ?? '')
  const stepped = await nowline(page).textContent()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(nowline(page)).not.toHaveText(stepped ?? '')
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(nowline(page)).toHaveText(stepped ?? '')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(nowline(page)).toContainText('0.00 s: 0 of 32')
  await scrub(page).focus()
  await page.keyboard.press('End')
  await expect(nowline(page)).toContainText('2,400 done')
})

test('playing goes on to the end and stops there', async ({ page }) => {
  await openLive(page, '#v=1&w=payments&n=300&r=60&ox=0&dd=0')
  await page.getByRole('radio', { name: '4×' }).check()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(nowline(page)).toContainText('300 done', { timeout: 20_000 })
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
})

test.describe('by touch at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('one panel at a time, a scenario, a failure, and every control is large enough', async ({ page }) => {
    await openLab(page)
    const show = (name: string) => page.getByRole('radio', { name, exact: true }).tap()
    await expect(page.locator('.instrument .bq-both')).toBeVisible()
    await show('Path')
    await expect(page.locator('.instrument .bq-both')).toBeHidden()
    await expect(page.locator('.instrument .bq-tall')).toBeVisible()
    await page.getByRole('button', { name: 'Step', exact: true }).tap()
    await expect(figureOf(page)).toHaveAttribute('data-ready', 'true')
    await show('Change')
    await page.getByRole('checkbox', { name: 'The broker is down' }).tap()
    await expect(page.locator('.bq-done li')).toHaveCount(1)
    await show('Log')
    await expect(logLines(page).first()).toContainText('System ready')
    for (const view of ['Path', 'Charts', 'Log', 'Change', 'Why', 'Both ways']) {
      await show(view)
      const small = await page
        .locator('.instrument.bq :is(button, select, .bq-failures label, .bq-speeds label, .bq-views label):visible')
        .evaluateAll((controls) => controls.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.textContent))
      expect(small).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }
  })
})

test('every scenario leaves the same trace in this browser as in Node', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { runToEnd } from '@/lib/queue/comparison'; export const hashes = (configs) => configs.map((it) => runToEnd(it).hash)`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'model',
    alias: { '@': process.cwd() },
  })
  const runs = scenarios.flatMap((it) =>
    (it.against === undefined ? (['main'] as const) : (['main', 'against'] as const)).map((run) => [it, run] as const),
  )
  const golden = runs.map(([it, run]) => {
    const text = readFileSync(join(process.cwd(), 'tests/golden/queue', `${it.slug}.${run}.txt`), 'utf8')
    return /^trace ([0-9a-f]{16})/.exec(text)?.[1]
  })
  const configs = runs.map(([it, run]) => scenarioConfig(it, run))
  const program = `(() => { ${outputFiles[0]?.text ?? ''}; return model.hashes(${JSON.stringify(configs)}) })()`
  expect(await page.evaluate(program)).toEqual(golden)
  expect(golden).toHaveLength(24)
})

test('the figure tells both ways apart, and says so of other settings too', async ({ page }) => {
  await openLive(page)
  await expect(page.locator('.instrument .bq-both-says')).toContainText('The caller waits 4 ms instead of 85 ms')
  await page.getByLabel('Mean service time').fill('500')
  await page.getByLabel('Mean service time').press('Enter')
  await expect(page.locator('.instrument .bq-both-says')).toContainText(/^The caller waits 4 ms instead of (3|4)\d\d ms/)
  await expect(page.locator('.instrument')).toContainText('no steady state')
})

test('a setting out of bounds is put right with a notice', async ({ page }) => {
  await openLive(page)
  await page.getByLabel('Workers', { exact: true }).fill('5000')
  await page.getByLabel('Workers', { exact: true }).press('Enter')
  await expect(page.locator('.bq-notices')).toContainText('5000 is not a whole number from 1 to 64; 64 was taken')
  await expect(page.getByLabel('Workers', { exact: true })).toHaveValue('64')
})

test('dead letters are put back one by one and all at once', async ({ page }) => {
  await openLive(page, '#v=1&sc=retry-storm')
  await scrub(page).focus()
  await page.keyboard.press('End')
  await expect(nowline(page)).toContainText('dead letters')
  const count = async () => Number(/(\d+) dead letters?/.exec((await page.locator('.bq-of-log').textContent()) ?? '')?.[1] ?? 0)
  const dead = await count()
  expect(dead).toBeGreaterThan(100)
  await page
    .getByRole('button', { name: /^Redrive message/ })
    .first()
    .click()
  await expect.poll(count).toBe(dead - 1)
  await page.getByRole('button', { name: 'Redrive all' }).click()
  await expect(page.getByText('No dead letters at this moment.')).toBeVisible()
  await expect(page.locator('.bq-done li')).toHaveCount(2)
})

test('the log is filtered by message, tenant and type, and copied as JSONL', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLive(page, '#v=1&sc=poison-to-dead-letter')
  await scrub(page).focus()
  await page.keyboard.press('End')
  await expect(nowline(page)).toContainText('1 dead letter')
  await page.getByRole('combobox', { name: 'Type' }).selectOption('dead')
  await expect(logLines(page)).toHaveCount(1)
  const id = /#(\d+)/.exec((await logLines(page).textContent()) ?? '')?.[1] ?? ''
  await page.getByRole('combobox', { name: 'Type' }).selectOption('')
  await page.getByRole('textbox', { name: 'Message' }).fill(id)
  await expect(logLines(page).last()).toContainText('dead-lettered')
  const { sim, config } = runScenario(scenarios[3]!, 'main')
  expect(sim.counters.died).toBe(1)
  await page.getByRole('button', { name: 'Copy as JSONL' }).click()
  await expect(page.locator('.bq-copied')).toContainText('lines copied')
  const lines = (await copied(page))
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it) as { message: number; text: string })
  expect(lines.every((it) => String(it.message) === id)).toBe(true)
  expect(lines.filter((it) => it.text.startsWith('attempt')).length).toBe(5)
  expect(config.attempts).toBe(5)
  await page.getByRole('textbox', { name: 'Message' }).fill('')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await download).suggestedFilename()).toBe('event-log.jsonl')
})

test('a log of more than a hundred thousand lines draws only what is in view', async ({ page }) => {
  await openLive(page, '#v=1&w=payments&n=30000&r=60&ox=0&dd=0')
  await scrub(page).focus()
  await page.keyboard.press('End')
  const box = page.getByRole('region', { name: 'Event log' })
  await expect(page.locator('.instrument .bq-log-foot')).toContainText(/1[0-9]{2},\d{3} lines/)
  await box.focus()
  await page.keyboard.press('End')
  await expect(logLines(page).last()).toHaveAttribute('aria-posinset', /^1\d{5}$/)
  expect(await logLines(page).count()).toBeLessThan(60)
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
