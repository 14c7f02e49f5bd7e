import type { Page, Route } from '@playwright/test'
import { modelScript } from '@/bench/model-script'
import { followRequest } from '@/lib/lifecycle/trace'
import { hashOfEverything } from '@/lib/lifecycle/trace-hash'
import { scenarioNamed, scenarios } from '../unit/lifecycle/shipped-content'
import { expectNoFault } from './axe'
import {
  breakStage,
  copied,
  currentStep,
  effects,
  figureOf,
  lab,
  openLab,
  sentencesOf,
  spoken,
  stateOf,
  status,
  tabTo,
} from './lifecycle-page'
import { expect, test, testOfSample } from './site'

// Walks of many steps, and a machine that may be busy with other tests.
test.describe.configure({ timeout: 120_000 })

test('by keyboard alone: to the end, a stage fails, a step back, the link brings it all back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLab(page)
  await tabTo(page, currentStep(page))
  const sentences = sentencesOf('cold-read')
  for (const sentence of sentences) {
    await expect(spoken(currentStep(page))).toHaveText(sentence)
    await page.keyboard.press('ArrowDown')
  }
  await expect(currentStep(page)).toBeFocused()

  await tabTo(page, page.getByRole('checkbox', { name: 'Database query fails' }))
  await page.keyboard.press('Space')
  await expect(status(page)).toHaveText('× 503')
  await expect(effects(page)).toContainText('Database query fails: this is why the request ended as it did.')
  await expect(effects(page)).toContainText(/Were it sound: 200 after [\d.]+ ms/)

  await currentStep(page).focus()
  await page.keyboard.press('End')
  const failed = sentencesOf('cold-read', { query: 'fail' })
  await expect(spoken(currentStep(page))).toHaveText(failed.at(-1) ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(spoken(currentStep(page))).toHaveText(failed.at(-2) ?? '')

  await tabTo(page, page.getByRole('button', { name: 'Copy link' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.lc-copied')).toHaveText('Link copied.')
  const before = await stateOf(page)
  const other = await context.newPage()
  await other.goto(await copied(page))
  await expect(figureOf(other)).toHaveAttribute('data-alive', 'true')
  expect(await stateOf(other)).toEqual(before)
})

test('any step can be linked to, also one of several at the same moment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLab(page)
  const other = await context.newPage()
  for (const step of [1, 2, 3, 7]) {
    await page.locator('.lc-steps button').nth(step).click()
    const expected = await spoken(currentStep(page)).textContent()
    // All pages share one clipboard: what an earlier step left there is not this step's link.
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => copied(page)).toContain('#v=1')
    await other.goto('about:blank')
    await other.goto(await copied(page))
    await expect(figureOf(other)).toHaveAttribute('data-alive', 'true')
    await expect(spoken(currentStep(other))).toHaveText(expected ?? '')
  }
})

test.describe('by touch at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('one panel at a time, to the end, a stage fails, a step back, the link brings it back', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openLab(page)
    const show = (name: string) => page.getByRole('radio', { name, exact: true }).tap()
    await show('Steps')
    await expect(page.locator('.lc-topology')).toBeHidden()
    const next = page.getByRole('button', { name: 'Step', exact: true })
    const sentences = sentencesOf('cold-read')
    for (const sentence of sentences.slice(1)) {
      await next.tap()
      await expect(spoken(currentStep(page))).toHaveText(sentence)
    }
    await expect(page.locator('.lc-nowline')).toHaveText(sentences.at(-1) ?? '')
    await show('Path')
    const cacheFails = page.getByRole('checkbox', { name: 'Cache fails' })
    await expect(cacheFails).toBeHidden()
    await page.locator('.lc-groups summary').last().tap()
    await cacheFails.tap()
    await expect(effects(page)).toContainText('Cache fails')
    await page.locator('.lc-groups summary').last().tap()
    await expect(page.locator('.lc-groups summary').last()).toContainText('Cache fails')
    await page.getByRole('button', { name: 'Back' }).tap()
    await show('Time')
    await expect(page.locator('.lc-waterfall')).toBeVisible()
    await page.getByRole('button', { name: 'Copy link' }).tap()
    await expect(page.locator('.lc-copied')).toHaveText('Link copied.')
    const before = await stateOf(page)
    const small = await page
      .locator('.lc :is(button, select, summary, .lc-failures label, .lc-speeds label, .lc-views label):visible')
      .evaluateAll((controls) => controls.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.textContent))
    expect(small).toEqual([])
    await page.reload()
    await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
    await expect(page.locator('.lc-waterfall')).toBeVisible()
    expect(await stateOf(page)).toEqual(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})

test('a screen reader is told of the step, then of how the request ends once a stage fails', async ({ page }) => {
  await openLab(page)
  const region = page.locator('.lc [role="status"]')
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(region).toHaveText(sentencesOf('cold-read')[1] ?? '')
  await page.getByRole('checkbox', { name: 'Controller fails' }).check()
  await expect(region).toHaveText(/^Status 500 after \d+ ms, stated by Controller/, { timeout: 10_000 })
})

test('every scenario with every failure and twenty seeds comes out the same in this browser as in Node', async ({ page }) => {
  const program = await modelScript(
    `export { hashOfEverything } from '@/lib/lifecycle/trace-hash'`,
    `hashOfEverything(${JSON.stringify(scenarios)}, 20)`,
  )
  expect(await page.evaluate(program)).toBe(hashOfEverything(scenarios, 20))
})

test.describe('in an article', () => {
  const article = '/writing/circuit-breaker-in-nodejs/'

  async function openArticle(page: Page): Promise<void> {
    await page.goto(article)
    await figureOf(page).scrollIntoViewIfNeeded()
    await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
  }

  testOfSample('it shows the scenario that the text speaks of, with the numbers that the text gives', async ({ page }) => {
    await openArticle(page)
    await expect(status(page)).toHaveText('× 504')
    const text = page.locator('p', { hasText: 'Below is one read through a service' })
    for (const id of ['slow-database', 'breaker-open']) {
      const { answer, responseMicros } = followRequest(scenarioNamed(id))
      await expect(text).toContainText(new RegExp(`${answer.status} after ${Math.round(responseMicros / 1_000)} ms`))
    }
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('Breaker open')
    await expect(status(page)).toHaveText('× 503')
  })

  testOfSample(
    'its link leads to the same state in the lab, and the address of the article stays as it is',
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await openArticle(page)
      await page.getByRole('button', { name: 'Step', exact: true }).click()
      await page.getByRole('checkbox', { name: 'Cache fails' }).check()
      await page.getByRole('button', { name: 'Copy link' }).click()
      await expect(page.locator('.lc-copied')).toHaveText('Link copied.')
      expect(new URL(page.url()).hash).toBe('')
      const before = await stateOf(page)
      const other = await context.newPage()
      await other.goto(await copied(page))
      expect(new URL(other.url()).pathname).toBe(lab)
      await expect(figureOf(other)).toHaveAttribute('data-alive', 'true')
      await expect.poll(() => stateOf(other)).toEqual(before)
    },
  )

  for (const width of [1280, 390])
    testOfSample(`axe has nothing to say of it at ${width} px, and it is no wider than the page`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await openArticle(page)
      await expectNoFault(page, 'article', '.lc-figure')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
})

test('what is chosen while the model is still on its way is all there once it has come', async ({ page }) => {
  const held: Route[] = []
  await page.route('**/engine-*.js', (route) => void held.push(route))
  await openLab(page)
  await breakStage(page, 'Database query fails')
  await page.getByLabel('Compare with').selectOption('accepted-write')
  await expect.poll(() => held.length).toBe(1)
  await held[0]?.continue()
  await expect(status(page)).toHaveText('× 503')
  await expect(page.getByRole('region', { name: 'Differences' })).toBeVisible()
})

test('when the model cannot be loaded, the figure says so, stays whole and tries again', async ({ page, watched }) => {
  await page.route('**/engine-*.js', (route) => route.abort())
  await openLab(page)
  await page.getByRole('checkbox', { name: 'Controller fails' }).click()
  await expect(page.locator('.lc-notices')).toContainText('The model could not be loaded')
  await expect(page.getByRole('checkbox', { name: 'Controller fails' })).not.toBeChecked()
  await expect(status(page)).toHaveText('200')
  await page.unroute('**/engine-*.js')
  await page.getByRole('checkbox', { name: 'Controller fails' }).click()
  await expect(status(page)).toHaveText('× 500')
  // The browser itself says that a request failed; that is what this test is about.
  expect(watched.every((it) => it.includes('ERR_FAILED'))).toBe(true)
  watched.length = 0
})
