import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { build } from 'esbuild'
import { describeStep } from '@/lib/lifecycle/describe'
import { stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { hashOfEverything } from '@/lib/lifecycle/trace-hash'
import { scenarioNamed, scenarios, words } from '../unit/lifecycle/shipped-content'
import { expect, test } from './site'

const lab = '/lab/request-lifecycle/'

const figureOf = (page: Page) => page.locator('.lc')
const currentStep = (page: Page) => page.locator('.lc-steps [aria-current="step"]')
const spoken = (item: Locator) => item.locator('.unseen')
const status = (page: Page) => page.locator('.lc .readouts b').first()

async function openLab(page: Page, fragment = ''): Promise<void> {
  await page.goto(lab + fragment)
  await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
}

function sentencesOf(id: string, toggles = {}): string[] {
  const steps = stepsOf(followRequest(scenarioNamed(id), { toggles }).spans)
  return steps.map((step, at) => describeStep(step, at, steps.length, words))
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The target was not reached with 120 presses of Tab.')
}

/** What a reader sees of the state; a link has to bring all of it back. */
async function stateOf(page: Page) {
  return {
    step: await spoken(currentStep(page)).textContent(),
    status: await status(page).textContent(),
    scenario: await page.getByLabel('Scenario').inputValue(),
    broken: await page.locator('.lc-failures :checked').evaluateAll((boxes) => boxes.map((it) => it.getAttribute('aria-label'))),
    effects: await page.locator('.lc-effects').textContent(),
  }
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

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
  await expect(status(page)).toHaveText('503')
  await expect(page.locator('.lc-effects')).toHaveText('Database query fails: this is why the request ended as it did.')

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
    await page.getByRole('button', { name: 'Copy link' }).click()
    const expected = await spoken(currentStep(page)).textContent()
    await expect.poll(() => copied(page)).toContain('#v=1')
    await other.goto('about:blank')
    await other.goto(page.url())
    await expect(figureOf(other)).toHaveAttribute('data-alive', 'true')
    await expect(spoken(currentStep(other))).toHaveText(expected ?? '')
  }
})

test.describe('by touch at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('one panel at a time, to the end, a stage fails, a step back, the link brings it back', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openLab(page)
    const show = (name: string) => page.locator('.lc-views').getByText(name, { exact: true }).tap()
    await show('Steps')
    await expect(page.locator('.lc-topology')).toBeHidden()
    const steps = page.locator('.lc-steps button')
    await steps.last().scrollIntoViewIfNeeded()
    await steps.last().tap()
    await expect(spoken(currentStep(page))).toHaveText(sentencesOf('cold-read').at(-1) ?? '')
    await show('Path')
    await page.getByRole('checkbox', { name: 'Cache fails' }).tap()
    await expect(page.locator('.lc-effects')).toContainText('Cache fails')
    await page.getByRole('button', { name: 'Back' }).tap()
    await show('Time')
    await expect(page.locator('.lc-waterfall')).toBeVisible()
    await page.getByRole('button', { name: 'Copy link' }).tap()
    await expect(page.locator('.lc-copied')).toHaveText('Link copied.')
    const before = await stateOf(page)
    const small = await page
      .locator('.lc :is(button, select, .lc-failures label, .lc-speeds label, .lc-views label):visible')
      .evaluateAll((controls) => controls.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.textContent))
    expect(small).toEqual([])
    await page.reload()
    await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
    await expect(page.locator('.lc-waterfall')).toBeVisible()
    expect(await stateOf(page)).toEqual(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})

test('every scenario with every failure and twenty seeds comes out the same in this browser as in Node', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: { contents: `export { hashOfEverything } from '@/lib/lifecycle/trace-hash'`, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'model',
    alias: { '@': process.cwd() },
  })
  const program = `(() => { ${outputFiles[0]?.text ?? ''}; return model.hashOfEverything(${JSON.stringify(scenarios)}, 20) })()`
  expect(await page.evaluate(program)).toBe(hashOfEverything(scenarios, 20))
})

test('the figure recounts ten thousand requests when something changes, and opens an example', async ({ page }) => {
  await openLab(page)
  const within = page.getByRole('row', { name: /^Within the budget/ })
  await expect(within).toContainText('100.0%')
  await page.getByLabel('Latency budget').fill('100')
  await expect(within).not.toContainText('100.0%')
  await page.getByRole('checkbox', { name: 'Controller fails' }).check()
  await expect(page.getByRole('row', { name: /^Server errors/ })).not.toContainText(' 0.0%')
  await page.locator('.lc-distribution .lc-link').first().click()
  await expect(page.locator('.lc-foot')).not.toContainText('request 0 of the run')
})

test('two scenarios stand beside each other', async ({ page }) => {
  await openLab(page)
  await page.getByLabel('Compare with').selectOption('cache-hit')
  const table = page.getByRole('region', { name: 'Differences' })
  await expect(table.getByRole('row', { name: /^Response time/ })).toContainText('−')
  await expect(table.getByRole('row', { name: /^Database query: self time/ })).toContainText('not visited')
})

test('contradictory failures: the first on the way decides, and the figure says so', async ({ page }) => {
  await openLab(page)
  await page.getByRole('checkbox', { name: 'Database query fails' }).check()
  await page.getByRole('checkbox', { name: 'API gateway fails' }).check()
  await expect(page.locator('.lc-effects li')).toHaveText([/^API gateway fails/, /^Database query fails: not reached/])
})

test('playing stops at the end', async ({ page }) => {
  await openLab(page)
  await page.locator('.lc-speeds').getByText('4×').click()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 15_000 })
  await expect(spoken(currentStep(page))).toHaveText(sentencesOf('cold-read').at(-1) ?? '')
})

test('with reduced motion it plays from step to step and nothing travels', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openLab(page)
  const times = stepsOf(followRequest(scenarioNamed('cold-read')).spans).map(({ at }) => at)
  const scrub = page.locator('.lc-scrub input')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(scrub).toHaveAttribute('aria-valuetext', /step [3-9] of/)
  await expect(page.locator('.lc-message:visible')).toHaveCount(0)
  await page.getByRole('button', { name: 'Pause' }).click()
  const shown = Number(await scrub.getAttribute('value'))
  expect(times).toContain(shown)
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

async function expectNoFault(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map((it) => `${state}: ${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

const states: Record<string, (page: Page) => Promise<void>> = {
  first: (page) => openLab(page),
  'broken, compared and with its numbers open': async (page) => {
    await openLab(page)
    await page.getByRole('button', { name: 'Step', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Database query fails' }).check()
    await page.getByLabel('Compare with').selectOption('accepted-write')
    await page.getByText('Change the assumed numbers').click()
    await expect(status(page)).toHaveText('503')
    await expect(page.getByRole('region', { name: 'Assumed numbers' })).toBeVisible()
  },
  'from a link with a notice': (page) => openLab(page, '#v=1&s=accepted-write&t=200000&seed=-1&view=list'),
}

for (const [state, reach] of Object.entries(states))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      test(`axe has nothing to say of the figure ${state}, at ${width} px, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        await reach(page)
        await expectNoFault(page, state)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
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
