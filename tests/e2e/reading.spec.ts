import type { Page } from '@playwright/test'
import { expect, test, testOfSample } from './site'

const article = '/writing/transactional-outbox-with-debezium/'

testOfSample('an article loads no framework and at most 6 KB of script', async ({ page }) => {
  const scripts: { url: string; bytes: number }[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const { responseBodySize } = await response.request().sizes()
    scripts.push({ url: response.url(), bytes: responseBodySize })
  })
  await page.goto(article, { waitUntil: 'networkidle' })
  expect(scripts.map((it) => it.url).filter((it) => /_next|react|island/.test(it))).toEqual([])
  expect(scripts.reduce((sum, it) => sum + it.bytes, 0)).toBeLessThanOrEqual(6 * 1024)
  expect(await page.evaluate(() => Object.keys(globalThis).filter((it) => /next|react|TURBOPACK/i.test(it)))).toEqual([])
})

test('the theme follows the system until it is chosen, and the choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe('rgb(9, 20, 33)')
  await page.getByRole('button', { name: 'Paper' }).click()
  expect(await ground()).toBe('rgb(246, 243, 235)')
  await page.reload()
  expect(await ground()).toBe('rgb(246, 243, 235)')
  await expect(page.getByRole('button', { name: 'Paper' })).toHaveAttribute('aria-pressed', 'true')
})

testOfSample('a code block can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(article)
  await page.getByRole('button', { name: 'Copy' }).first().click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.locator('.code code').first().textContent())
  expect(copied.length).toBeGreaterThan(50)
})

test('an unknown address gets the 404 page with status 404', async ({ page, watched }) => {
  const response = await page.goto('/nothing/here/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no entry at this address')
  expect(watched.splice(0)).toEqual([expect.stringContaining('404')])
})

/** What lies below the first screen is laid out after the first paint: its height is a guess no longer. */
async function expectAllLaidOut(page: Page): Promise<void> {
  const below = page.locator('.foot, .page-end, main > section')
  expect(await below.count()).toBeGreaterThan(0)
  await expect
    .poll(() => below.evaluateAll((all) => all.filter((it) => getComputedStyle(it).contentVisibility !== 'visible').length))
    .toBe(0)
}

test('a page is laid out whole once it has been painted', async ({ page }) => {
  await page.goto('/')
  await expectAllLaidOut(page)
})

/** How many parts of the page have been, for a moment, of a height that was a guess. */
const countGuessed = (page: Page) =>
  page.evaluate(
    () => document.getAnimations().filter((it) => it instanceof CSSAnimation && it.animationName === 'lay-out-the-rest').length,
  )

testOfSample('a link to a place or to words far down a page ends there', async ({ page }) => {
  await page.goto('/engineering/')
  expect(await countGuessed(page)).toBeGreaterThan(0)
  const last = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last()
  const id = (await last.getAttribute('href'))?.slice(1) ?? ''
  const heading = page.locator(`[id="${id}"]`)
  const sentence = page.locator('main p').last()
  const words = (await sentence.innerText()).split(/\s/).slice(0, 6).join(' ')
  const places = { [id]: heading, [`:~:text=${encodeURIComponent(words)}`]: sentence }
  for (const [place, there] of Object.entries(places)) {
    await page.goto('/contact/')
    await page.goto(`/engineering/#${place}`)
    expect(await countGuessed(page), place).toBe(0)
    await expect(there).toBeInViewport()
  }
})

testOfSample('a page that is loaded again stays where it was read', async ({ page }) => {
  await page.goto('/engineering/')
  await expectAllLaidOut(page)
  const last = page.locator('main h2').last()
  await last.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(2_000)
  await page.reload()
  expect(await countGuessed(page)).toBe(0)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
})

/** Whether the way to the next page is shown as a transition where a page was ready so long after its last byte. */
async function transitionAfter(page: Page, milliseconds: number): Promise<string | null> {
  await page.addInitScript((late) => {
    Object.defineProperty(PerformanceNavigationTiming.prototype, 'domInteractive', {
      get(this: PerformanceNavigationTiming) {
        return this.responseEnd + late
      },
    })
    addEventListener('pagereveal', (event) => sessionStorage.setItem('transition', event.viewTransition ? 'shown' : 'none'))
  }, milliseconds)
  await page.goto('/writing/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contact' }).click()
  await expect(page).toHaveURL(/\/contact\/$/)
  return page.evaluate(() => sessionStorage.getItem('transition'))
}

test('the next page comes with a transition, and without one where the processor took long for this page', async ({ page }) => {
  expect(await transitionAfter(page, 20)).toBe('shown')
  expect(await transitionAfter(page, 2_000)).toBe('none')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a page is laid out whole all the same', async ({ page }) => {
    await page.goto('/engineering/')
    await expect(page.locator('.foot')).toHaveCSS('content-visibility', 'visible')
  })

  testOfSample('an article is complete', async ({ page }) => {
    await page.goto(article)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.locator('.code .line').count()).toBeGreaterThan(10)
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible()
    // Nothing is offered that needs a script; a term's definition does not.
    await expect(page.getByRole('button', { name: /Copy|Paper|Ink/ })).toHaveCount(0)
    const term = page.locator('button.term').first()
    await term.click()
    await expect(page.locator('.term-means').first()).toBeVisible()
  })
})
