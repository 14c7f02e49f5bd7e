import { scenarios, figureOf, nowline, scrub, logLines, openLab, openLive, readDown, tabTo, copied, stateOf } from './queue-page'
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
  await expect(page.locator('.instrument .bq-wide .bq-worker[data-is="gone"]')).toHaveCount(1)
  await tabTo(page, page.getByRole('button', { name: 'Copy link' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.bq-copied')).toHaveText('Link copied.')
  const state = await stateOf(page)
  const other = await context.newPage()
  await other.goto(await copied(page))
  await expect(figureOf(other)).toHaveAttribute('data-ready', 'true')
  await readDown(other)
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

test('a second setting changed before the first has been counted does not undo it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // A run that takes long to count.
  await openLive(page, '#v=1&w=payments&n=400000')
  const settings = [page.getByLabel('Workers', { exact: true }), page.getByLabel('Arrival rate')]
  for (const setting of settings) {
    await setting.fill('7')
    await setting.press('Enter')
  }
  await expect(figureOf(page)).toHaveAttribute('aria-busy', 'true')
  const link = async () => {
    await page.getByRole('button', { name: 'Copy link' }).click()
    return copied(page)
  }
  await expect.poll(link).toMatch(/(?=.*&c=7\b)(?=.*&r=7\b)/)
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
    await expect(page.locator('.instrument .bq-tall .bq-dot').first()).toBeVisible()
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
        .locator('.instrument.bq :is(button, select, .bq-failures label, .one-of label):visible')
        .evaluateAll((controls) => controls.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.textContent))
      expect(small).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }
  })
})
