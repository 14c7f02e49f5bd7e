import { lineText } from '@/lib/queue/journal-text'
import { runScenario } from '@/lib/queue/scenario-run'
import { testEachState } from './axe'
import { lab, scenarios, figureOf, nowline, scrub, logLines, openLab, openLive, readDown } from './queue-page'
import { expect, test } from './site'

const hostile = {
  'not a number': '#v=1&w=payments&n=NaN',
  negative: '#v=1&w=payments&r=-5&at=-1',
  'a billion': '#v=1&w=payments&n=200&r=1e9&c=999999',
  'an unknown scenario': '#v=1&sc=drop-table',
  'an old version': '#v=0&w=payments',
  markup: '#v=1&sc=<img src=x onerror=alert(1)>',
  'broken escapes': '#v=1&sc=%E0%A4%A',
  'too long': `#v=1&w=payments&x=${'a'.repeat(4_000)}`,
  'absurd actions': '#v=1&w=payments&n=100&do=explode.1.1.1.1!kill.zzzzzzzzzzzzzz.9.9.9',
  'a time after the end': '#v=1&w=payments&n=100&at=900000000000000',
}

for (const [kind, fragment] of Object.entries(hostile))
  test(`a link with ${kind} gives a notice and a whole figure`, async ({ page }) => {
    await openLab(page, fragment)
    await expect(page.locator('.bq-notices li').first()).toBeVisible()
    await expect(figureOf(page)).toHaveAttribute('data-ready', 'true', { timeout: 30_000 })
    await expect(page.locator('.instrument .bq-wide .bq-name').first()).toBeVisible()
    await readDown(page)
    await expect(logLines(page).first()).toContainText('System ready')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.locator('.bq-notices')).toHaveCount(0)
  })

testEachState({
  first: { reach: (page) => openLab(page) },
  'broken, with all settings and dead letters': {
    reach: async (page) => {
      await openLive(page, '#v=1&sc=poison-to-dead-letter')
      const change = page.getByRole('radio', { name: 'Change' })
      if (await change.isVisible()) await change.check()
      await page.locator('.instrument .bq-of-change').first().scrollIntoViewIfNeeded()
      await expect(page.locator('.instrument .bq-failures')).toBeAttached()
      await scrub(page).focus()
      await page.keyboard.press('End')
      await expect(nowline(page)).toContainText('1 dead letter')
      await page.locator('.instrument summary').evaluate((it: HTMLElement) => it.click())
      await expect(page.locator('.bq-groups')).toBeAttached()
    },
  },
  'of Kafka, from a link with a notice': { reach: (page) => openLive(page, '#v=1&w=payments&b=kafka&n=400&seed=-1') },
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the comparison, the drawing, the log and every scenario can be read', async ({ page }) => {
    await page.goto(lab)
    await expect(page.locator('.instrument .bq-both-says')).toContainText('The caller waits')
    await expect(page.locator('.instrument .bq-wide')).toBeVisible()
    const { sim, config } = runScenario(scenarios[0]!, 'main')
    expect(sim.counters.completed).toBe(2400)
    await expect(page.locator('.instrument .bq-lines li').first()).toContainText(
      lineText({ index: 0, at: 0, kind: 'ready', id: -1, key: -1, place: -1, value: config.workers }, config.broker),
    )
    await expect(page.locator('.bq-scenario')).toHaveCount(12)
    for (const { title, teaches } of scenarios) {
      const scenario = page.locator('.bq-scenario', { has: page.locator('summary').getByText(title, { exact: true }) })
      await scenario.locator('summary').click()
      await expect(scenario.getByText(teaches.slice(0, 60))).toBeVisible()
      await expect(scenario.locator('.bq-charts svg').first()).toBeVisible()
      await expect(scenario.locator('.bq-lines li').first()).toContainText('System ready')
    }
    await expect(page.getByText('What this does not model')).toBeVisible()
    await expect(page.locator('.instrument.bq :is(button, input, select):visible')).toHaveCount(0)
  })
})
