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

  test('every option leads to at least one project, and shows as many as it says', async ({ page }) => {
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
  [1280, 900],
  [390, 844],
] as const)
  test(`the first screen of the home page says who, what, for how long, for which role, and how to write, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/')
    const hero = page.locator('.hero')
    for (const text of ['Experience', 'Specialities', 'Open to', 'CV and contact'])
      await expect(hero.getByText(text, { exact: true })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
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
