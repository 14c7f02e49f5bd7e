import { pageKinds } from '@/lib/cli/page-kinds'
import { profile } from '@/lib/content/site'
import { expect, test, testOfSample } from './site'

test.describe('the index of projects without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  testOfSample('is narrowed by language and domain together', async ({ page }) => {
    await page.goto('/projects/')
    const rows = page.locator('.index > li')
    const visible = () => rows.filter({ visible: true }).count()
    const all = await rows.count()
    expect(await visible()).toBe(all)
    await page.getByLabel(/^Python/).check()
    const python = await visible()
    expect(python).toBeLessThan(all)
    for (const row of await rows.filter({ visible: true }).all()) await expect(row.locator('.language')).toHaveText('Python')
    await page.getByLabel(/^AI/).check()
    const both = await visible()
    expect(both).toBeLessThan(python)
    expect(both).toBeGreaterThan(0)
    await page.locator('#language-0').check()
    await page.locator('#domain-0').check()
    expect(await visible()).toBe(all)
  })

  testOfSample('every option leads to at least one project, and shows as many as it says', async ({ page }) => {
    await page.goto('/projects/')
    const rows = page.locator('.index > li').filter({ visible: true })
    for (const group of ['language', 'domain', 'role']) {
      const options = await page.locator(`.filters input[name="${group}"]:not(#${group}-0)`).all()
      for (const option of options) {
        await option.check()
        const says = await option.locator('xpath=..').locator('small').textContent()
        expect(await rows.count()).toBe(Number(says))
      }
      await page.locator(`#${group}-0`).check()
    }
  })
})

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const)
  test(`the first screen of the home page says who, what, for how long, for which role, and how to write, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/')
    const hero = page.locator('.hero')
    const { name, specialisesIn, openTo } = profile()
    const filled = [...(specialisesIn.length > 0 ? ['Specialities'] : []), ...(openTo.length > 0 ? ['Open to'] : [])]
    for (const text of ['Experience', ...filled, 'CV and contact'])
      await expect(hero.getByText(text, { exact: true })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
    for (const said of await hero.locator('dd').all()) await expect(said).toBeInViewport({ ratio: 1 })
    await expect(hero.locator('.name')).toContainText(name)
    await expect(hero.locator('.name')).toBeInViewport({ ratio: 1 })
    await expect(hero.getByRole('link', { name: /^CV/ })).toBeInViewport({ ratio: 1 })
    await expect(hero.getByRole('link', { name: /@/ })).toBeInViewport({ ratio: 1 })
  })

for (const format of ['A4', 'Letter'] as const)
  test(`the CV prints on one sheet of ${format}`, async ({ page }) => {
    await page.goto('/cv/')
    const pdf = await page.pdf({ format, preferCSSPageSize: false })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  })

testOfSample('the contents mark the section that is being read', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/ledgers/uvidense-talent-marketplace/')
  const contents = page.getByRole('navigation', { name: 'In this entry' })
  await page.locator('#scalability').scrollIntoViewIfNeeded()
  await page.evaluate(() => document.querySelector('#scalability')?.scrollIntoView())
  await expect(contents.locator('[aria-current]')).toHaveText('Scalability')
})

testOfSample('the page for a wrong address names the nearest right one', async ({ page, watched }) => {
  await page.goto('/projects/fraud-detecton/')
  await expect(page.locator('.nearest a').first()).toHaveAttribute('href', /\/(?:projects|case-studies)\/fraud-detection\/$/)
  expect(watched.splice(0)).toEqual([expect.stringContaining('404')])
})

test('the address can be copied, and taken as a card', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/contact/')
  const address = (await page.locator('.mail a').textContent()) ?? ''
  await page.locator('copy-text').getByRole('button', { name: 'Copy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /vCard/ }).click()
  expect((await waiting).suggestedFilename()).toBe('contact.vcf')
})

for (const path of ['home', 'ledger', 'article', 'engineering'].flatMap((kind) => pageKinds[kind] ?? []))
  test(`${path} prints on paper without what needs a screen, and nothing is cut off at its edge`, async ({ page }) => {
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.goto(path)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(page.locator('.bar')).toBeHidden()
    await expect(page.locator('.site-map')).toBeHidden()
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
    for (const details of await page.locator('details:not(.figure-data):visible').all())
      await expect(details.locator(':scope > :not(summary)').first()).toBeVisible()
  })
