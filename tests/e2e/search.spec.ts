import { expectNoFault } from './axe'
import { expect, test, testOfSample } from './site'

const results = '.found > article'

testOfSample('a question is answered with entries, the section that answers it, and a quotation', async ({ page }) => {
  await page.goto('/search/')
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('idempotency key')
  await expect(page.locator(results).first()).toBeVisible()
  await expect(page.locator('site-search output')).toContainText('“idempotency key”')
  const titles = await page.locator(`${results} h2`).allTextContents()
  expect(titles).toContain('Designing idempotent APIs')
  expect(await page.locator(`${results} mark`).count()).toBeGreaterThan(3)
  const section = page.locator(`${results} .found-sections a`).first()
  const heading = await section.textContent()
  await section.click()
  expect(new URL(page.url()).hash.length).toBeGreaterThan(1)
  await expect(page.locator(':target')).toContainText(heading ?? '')
})

testOfSample('a question has an address, and is still there on the way back', async ({ page }) => {
  await page.goto('/search/?q=row-level+security')
  await expect(page.getByRole('searchbox')).toHaveValue('row-level security')
  await expect(page.locator(results).first()).toBeVisible()
  await page.getByRole('searchbox').fill('outbox')
  await expect(page).toHaveURL(/\?q=outbox$/)
  await expect(page.locator('site-search output')).toContainText('“outbox”')
  await page.locator(`${results} h2 a`).first().click()
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('outbox')
})

test('what nothing holds is said, and what is typed is never markup', async ({ page }) => {
  await page.goto('/search/')
  const question = '<img src=x onerror=alert(1)> zzzqqq'
  await page.getByRole('searchbox').fill(question)
  await expect(page.locator('site-search output')).toContainText(`Nothing holds “${question}”`)
  await expect(page.locator('site-search img')).toHaveCount(0)
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('site-search output')).toHaveText('')
  await expect(page.locator(results)).toHaveCount(0)
})

testOfSample('every result leads to a page that is there', async ({ page }) => {
  await page.goto('/search/?q=postgres')
  await expect(page.locator(results).first()).toBeVisible()
  const links = await page.locator(`${results} a`).evaluateAll((all) => all.map((it) => (it as HTMLAnchorElement).href))
  expect(links.length).toBeGreaterThan(10)
  for (const link of new Set(links.map((it) => it.split('#')[0] ?? ''))) expect((await page.request.get(link)).status()).toBe(200)
})

testOfSample('an answer is fetched in small files, and the script comes with this page only', async ({ page }) => {
  const fetched: { url: string; bytes: number }[] = []
  page.on('response', async (response) => {
    if (!/\/assets\/search-/.test(response.url())) return
    const { responseBodySize } = await response.request().sizes()
    fetched.push({ url: response.url(), bytes: responseBodySize })
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(fetched).toEqual([])
  await page.goto('/search/?q=retry', { waitUntil: 'networkidle' })
  await expect(page.locator(results).first()).toBeVisible()
  const script = fetched.filter((it) => it.url.endsWith('.js'))
  expect(script).toHaveLength(1)
  expect(script[0]?.bytes).toBeLessThanOrEqual(4 * 1024)
  expect(Math.max(...fetched.map((it) => it.bytes))).toBeLessThanOrEqual(40 * 1024)
})

for (const colorScheme of ['light', 'dark'] as const)
  testOfSample(`axe has nothing to say of the answers, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/search/?q=tenant')
    await expect(page.locator(results).first()).toBeVisible()
    await expectNoFault(page, 'answers')
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the search page says so and leads to every list', async ({ page }) => {
    await page.goto('/search/')
    await expect(page.getByRole('searchbox')).toBeHidden()
    await expect(page.getByText('Search needs JavaScript')).toBeVisible()
    expect(await page.locator('.index a').count()).toBeGreaterThan(6)
  })
})
