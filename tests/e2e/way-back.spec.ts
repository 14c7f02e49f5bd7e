import { chromiumArguments, findChromium } from '@/lib/cli/chromium'
import { expect, test } from './site'

const executablePath = findChromium()

// Playwright turns off what is tested here.
test.use({
  launchOptions: {
    args: [...chromiumArguments],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath ? { executablePath } : {}),
  },
})

test('a page that was left is kept as it was for the way back', async ({ page }) => {
  // As on a slow processor, which goes on without a transition: what was skipped would be told of here.
  await page.addInitScript(() => Object.defineProperty(PerformanceNavigationTiming.prototype, 'domInteractive', { value: 1e6 }))
  await page.goto('/writing/', { waitUntil: 'networkidle' })
  await page.evaluate(() => addEventListener('pageshow', (it) => (document.title = it.persisted ? 'kept' : 'loaded')))
  await page.locator('main a[href^="/writing/"]').first().click()
  await expect(page).not.toHaveURL(/\/writing\/$/)
  await page.waitForLoadState('networkidle')
  // `goBack` waits for a load, which a kept page does not have.
  await page.evaluate(() => history.back())
  await expect(page).toHaveTitle('kept')
})
