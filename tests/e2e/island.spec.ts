import { expect, test, testOfSample } from './site'

const withIsland = '/writing/circuit-breaker-in-nodejs/'

testOfSample('React is fetched only when the island comes near the viewport, and the figure then answers', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto(withIsland, { waitUntil: 'networkidle' })
  expect(scripts.filter((it) => it.includes('island_'))).toEqual([])
  const figure = page.locator('[data-island="retry-amplification"]')
  await figure.locator('.instrument').scrollIntoViewIfNeeded()
  await expect.poll(() => scripts.some((it) => it.includes('island_retry-amplification'))).toBe(true)
  const slider = figure.getByRole('slider', { name: 'Attempts of the service' })
  await expect(figure.getByRole('status')).toHaveText('At worst 27 calls reach the last layer.')
  await expect(async () => {
    await slider.press('ArrowRight')
    await expect(figure.getByRole('status')).not.toHaveText('At worst 27 calls reach the last layer.')
  }).toPass()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  testOfSample('the figure can be read', async ({ page }) => {
    await page.goto(withIsland)
    await expect(page.locator('.retry-table tbody tr')).toHaveCount(3)
    await expect(page.getByText('one press, at worst 27 calls')).toBeVisible()
  })
})
