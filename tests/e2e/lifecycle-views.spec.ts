import { formatMicros } from '@/lib/lifecycle/describe'
import { stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed } from '../unit/lifecycle/shipped-content'
import { currentStep, effects, openLab, sentencesOf, spoken } from './lifecycle-page'
import { expect, test } from './site'

// Walks of many steps, and a machine that may be busy with other tests.
test.describe.configure({ timeout: 120_000 })

test('the figure recounts ten thousand requests when something changes, and opens an example', async ({ page }) => {
  await openLab(page)
  const within = page.getByRole('row', { name: /^Within the budget/ })
  await expect(within).toContainText('100.0%')
  await page.locator('.lc').hover()
  await page.getByLabel('Latency budget').fill('100')
  await expect(within).not.toContainText('100.0%')
  await page.getByRole('checkbox', { name: 'Controller fails' }).check()
  await expect(page.getByRole('row', { name: /^Server errors/ })).toContainText('100.0%')
  await page.locator('.lc-distribution .lc-link').first().click()
  await expect(page.locator('.lc-foot')).not.toContainText('request 0 of the run')
})

test('a percentile with too few samples is not shown, and says how many there were', async ({ page }) => {
  await openLab(page, '#v=1&s=slow-database')
  const highest = page.getByRole('row', { name: /^p99\.9/ })
  await expect(highest).toContainText('n 10,000')
  await expect(highest.getByRole('cell').nth(1)).toHaveText(/^too few n 1,\d{3}$/)
})

test('what takes under 1% folds, and unfolds into a row for each span', async ({ page }) => {
  await openLab(page)
  const rows = page.locator('.lc-waterfall .lc-row')
  await expect(rows.filter({ hasText: 'under 1%' })).not.toHaveCount(0)
  await page.getByLabel('Unfold what takes under 1%').check()
  await expect(rows.filter({ hasText: 'under 1%' })).toHaveCount(0)
  await expect(rows).toHaveCount(followRequest(scenarioNamed('cold-read')).spans.length)
})

test('a stage in the drawing and a row of the waterfall lead to their step', async ({ page }) => {
  await openLab(page)
  await page.locator('.lc-landscape .lc-node', { hasText: 'Database query' }).click()
  await expect(spoken(currentStep(page))).toHaveText(/stage 13, Database query begins\.$/)
  await page.locator('.lc-waterfall .lc-row', { hasText: '10 Controller' }).click()
  await expect(spoken(currentStep(page))).toHaveText(/stage 10, Controller begins\.$/)
})

test('the budget is a bracket: what is left of it, and by how much the response is over', async ({ page }) => {
  await openLab(page)
  const { responseMicros } = followRequest(scenarioNamed('cold-read'))
  const row = page.locator('.lc-budget-row')
  await expect(row).toContainText(`${formatMicros(300_000 - responseMicros)} left`)
  await page.locator('.lc').hover()
  await page.getByLabel('Latency budget').fill('100')
  await expect(row).toContainText(`× ${formatMicros(responseMicros - 100_000)} over`)
})

test('what if the cache is down and the database slow: each failure is weighed against the request without it', async ({
  page,
}) => {
  await openLab(page, '#v=1&s=cache-down-slow-database')
  const scenario = scenarioNamed('cache-down-slow-database')
  const without = (stage: 'cache' | 'query') => {
    const { answer, responseMicros } = followRequest(scenario, { toggles: { [stage]: 'ok' } })
    return `Were it sound: ${answer.status} after ${formatMicros(responseMicros)}`
  }
  await expect(effects(page)).toHaveCount(2)
  await expect(effects(page).first()).toContainText(without('cache'))
  await expect(effects(page).last()).toContainText(without('query'))
  await expect(page.locator('.lc-answer')).toContainText(/The time went to Cache [\d.]+ ms \(\d+%\)/)
})

test('two scenarios stand beside each other', async ({ page }) => {
  await openLab(page)
  await page.getByLabel('Compare with').selectOption('cache-hit')
  const table = page.getByRole('region', { name: 'Differences' })
  await expect(table.getByRole('row', { name: /^Response time/ })).toContainText('−')
  await expect(table.getByRole('row', { name: /^Database query: self time/ })).toContainText('not visited')
  await expect(table.getByRole('row', { name: /^p99 / })).toContainText(/[+−]/)
  await page.getByRole('checkbox', { name: 'Controller fails' }).check()
  await page.getByLabel('Compare with').selectOption('this scenario as it was written')
  await expect(table.getByRole('row', { name: /^Status/ })).toHaveText(/500.*200/)
})

test('contradictory failures: the first on the way decides, and the figure says so', async ({ page }) => {
  await openLab(page)
  await page.getByRole('checkbox', { name: 'Database query fails' }).check()
  await page.getByRole('checkbox', { name: 'API gateway fails' }).check()
  await expect(effects(page)).toHaveText([/^API gateway fails/, /^Database query fails: not reached, because API gateway/])
})

test('playing stops at the end', async ({ page }) => {
  await openLab(page)
  await page.getByRole('radio', { name: '4×' }).check()
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
