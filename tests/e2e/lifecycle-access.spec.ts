import { scenarios } from '../unit/lifecycle/shipped-content'
import { expectNoFault, testEachState } from './axe'
import { breakStage, lab, openLab, sentencesOf, status } from './lifecycle-page'
import { expect, test } from './site'

// Walks of many steps, and a machine that may be busy with other tests.
test.describe.configure({ timeout: 120_000 })

test('at 320 px nothing is wider than the screen, whichever panel is shown and whatever is open', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await openLab(page)
  for (const name of ['Path', 'Time', 'Steps', 'Payload', 'Many']) {
    await page.getByRole('radio', { name, exact: true }).check()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(320)
  }
  await page.getByRole('radio', { name: 'Path', exact: true }).check()
  for (const summary of await page.locator('.lc-groups summary').all()) await summary.click()
  await page.getByRole('checkbox', { name: 'Cache fails' }).check()
  await page.getByLabel('Compare with').selectOption('slow-database')
  await expect(page.getByRole('region', { name: 'Differences' })).toBeVisible()
  await page.getByText('Change the assumed numbers').click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

const hostile = {
  'not a number': '#v=1&s=cold-read&t=NaN',
  negative: '#v=1&t=-5&seed=-1',
  'a billion': '#v=1&t=999999999999&n=1e9',
  'an unknown scenario': '#v=1&s=drop-table',
  'an old version': '#v=0&s=cold-read',
  markup: '#v=1&s=<img src=x onerror=alert(1)>',
  'broken escapes': '#v=1&s=%E0%A4%A',
  'too long': `#v=1&x=${'a'.repeat(4_000)}`,
  'absurd settings': '#v=1&x=rate-99999999.poolSize-0.nothing-1&f=99',
}

for (const [kind, fragment] of Object.entries(hostile))
  test(`a link with ${kind} gives a notice and a whole figure`, async ({ page }) => {
    await openLab(page, fragment)
    await expect(page.locator('.lc-notices li').first()).toBeVisible()
    expect(await page.locator('.lc-steps li').count()).toBeGreaterThan(10)
    await expect(page.locator('.lc-landscape .lc-node')).toHaveCount(16)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.locator('.lc-notices')).toHaveCount(0)
  })

testEachState({
  first: { reach: (page) => openLab(page) },
  'broken, compared and with its numbers open': {
    reach: async (page) => {
      await openLab(page)
      await page.getByRole('button', { name: 'Step', exact: true }).click()
      await breakStage(page, 'Database query fails')
      await page.getByLabel('Compare with').selectOption('accepted-write')
      await expect(status(page)).toHaveText('× 503')
      // What comes in above pushes the rest down: it has to be there before something below it is clicked.
      await expect(page.getByRole('region', { name: 'Differences' })).toBeVisible()
      await page.getByText('Change the assumed numbers').click()
      await expect(page.getByRole('region', { name: 'Assumed numbers' })).toBeVisible()
    },
    only: '.lc-figure',
  },
  'from a link with a notice': {
    reach: (page) => openLab(page, '#v=1&s=accepted-write&t=200000&seed=-1&view=list'),
    only: '.lc-figure',
  },
})

test('axe has nothing to say of any panel on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openLab(page)
  for (const name of ['Time', 'Steps', 'Payload', 'Many']) {
    await page.getByRole('radio', { name, exact: true }).check()
    await expectNoFault(page, name, '.lc')
  }
})

test('nothing moves while the figure comes alive and is stepped through', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[])
        for (const { node } of entry.sources)
          if (node instanceof Element && node.closest('.lc')) shifts.push(`${entry.value} ${node.className}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await openLab(page)
  for (let step = 0; step < 38; step += 1) await page.getByRole('button', { name: 'Step', exact: true }).click()
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the path, the waterfall, every step, every scenario and every stage can be read', async ({ page }) => {
    await page.goto(lab)
    await expect(page.locator('.lc-landscape')).toBeVisible()
    await expect(page.locator('.lc-steps .unseen')).toHaveText(sentencesOf('cold-read'))
    expect(await page.locator('.lc-waterfall tbody tr').count()).toBeGreaterThan(10)
    await expect(page.locator('.lc-scenarios tbody tr')).toHaveCount(scenarios.length)
    await expect(page.locator('.lc-catalogue details')).toHaveCount(16)
    await expect(page.getByText('What this does not model')).toBeVisible()
    await expect(page.locator('.lc :is(button, input:not([type="number"]), select):visible')).toHaveCount(0)
  })
})
