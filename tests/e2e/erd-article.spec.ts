import type { Locator, Page } from '@playwright/test'
import { expectNoFault } from './axe'
import { home, leaky } from './erd-page'
import { expect, test, testOfSample } from './site'

test.describe('in an article', () => {
  const article = '/writing/multi-tenant-architecture/'
  const first = (page: Page) => page.locator('#erd-1-saas')
  const second = (page: Page) => page.locator('#erd-2-saas-leaky')
  const shown = (page: Page, figure: string) => page.locator(`${figure} .erd-drawing:visible`)

  /** Comes into view, comes alive. */
  async function wake(figure: Locator) {
    await figure.scrollIntoViewIfNeeded()
    await expect(figure.locator('.erd-minimap')).toBeAttached()
  }

  testOfSample('two explorers share no id, and each moves its own drawing alone', async ({ page }) => {
    await page.goto(article)
    await wake(first(page))
    await wake(second(page))
    const repeated = await page
      .locator('[id]')
      .evaluateAll((all) => all.map((it) => it.id).filter((id, at, ids) => ids.indexOf(id) !== at))
    expect(repeated).toEqual([])
    await second(page).getByRole('radio', { name: 'Table' }).check()
    await second(page).getByRole('combobox', { name: 'Table', exact: true }).selectOption('payments')
    await second(page).getByRole('radio', { name: '2 hops' }).check()
    await expect(second(page).locator('.erd-drawing:visible .erd-table[data-lit="focus"] > title')).toHaveText(['payments'])
    await expect(first(page).locator('.erd-drawing:visible .erd-table[data-lit="focus"] > title')).toHaveText(['invoices'])
    await expect(first(page).getByRole('radio', { name: '1 hop' })).toBeChecked()
  })

  testOfSample(
    'shows the mode that the author chose, leaves the address alone and links to the lab',
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(article)
      await wake(first(page))
      await expect(shown(page, '#erd-1-saas')).toHaveAttribute('data-mode', 'keys')
      await first(page).getByRole('combobox', { name: 'Table', exact: true }).selectOption('payments')
      await first(page).getByRole('button', { name: 'Copy link' }).click()
      const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()))
      expect([copied.pathname, copied.hash]).toEqual([home, expect.stringContaining('focus=payments')])
      expect(copied.hash).toContain('mode=keys')
      expect(new URL(page.url()).hash).toBe('')
      await first(page).getByRole('link', { name: 'Open saas.sql in the lab' }).click()
      await expect(page).toHaveURL(new RegExp(`${home}$`))
    },
  )

  testOfSample('a finding leads to its column here and to its line in the lab', async ({ page }) => {
    await page.goto(article)
    await wake(second(page))
    const finding = second(page).locator('.erd-findings > li').first()
    await finding.getByRole('link', { name: 'column' }).click()
    await expect(page.locator(':target')).toBeVisible()
    const line = finding.getByRole('link', { name: /^line/ })
    const number = (await line.textContent())?.replace('line ', '')
    await line.click()
    await expect(page).toHaveURL(new RegExp(`${leaky}#erd-saas-leaky-L${number}$`))
    await expect(page.locator(':target')).toBeVisible()
  })

  testOfSample('axe has nothing to say about either', async ({ page }) => {
    await page.goto(article)
    await wake(first(page))
    await wake(second(page))
    await expectNoFault(page, 'article', '.erd-figure')
  })
})
