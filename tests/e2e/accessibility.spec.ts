import AxeBuilder from '@axe-core/playwright'
import { pageKinds } from '@/lib/cli/page-kinds'
import { expect, test } from './site'

/** The kinds that have been seen clean; the others follow as issue 4 goes on (links of the timeline need names first). */
const seenClean = Object.entries(pageKinds).slice(0, Object.keys(pageKinds).indexOf('experience'))

for (const [kind, path] of seenClean)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      test(`axe has nothing to say of the ${kind} page at ${width} px, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })

/** The retry figure in the article is wider than 320 px. */
for (const [kind, path] of Object.entries(pageKinds).filter(([it]) => it !== 'article'))
  test(`the ${kind} page does not scroll sideways at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
