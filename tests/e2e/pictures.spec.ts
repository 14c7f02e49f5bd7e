import { builtPages } from '../built/site'
import { expect, test } from './site'

const withPictures = [...builtPages().values()].filter((page) => page.elements.some((it) => it.tagName === 'picture'))

for (const { path } of withPictures)
  for (const width of [1280, 390])
    test(`pictures of ${path} arrive as AVIF, no wider than needed, and move nothing, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      const places = () => page.locator('.picture img').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height))
      const before = await places()
      for (const picture of await page.locator('.picture img').all()) {
        await picture.scrollIntoViewIfNeeded()
        await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.complete && it.naturalWidth > 0)).toBe(true)
        const { source, shown, columns } = await picture.evaluate((it: HTMLImageElement) => ({
          source: it.currentSrc,
          shown: it.getBoundingClientRect().width,
          columns: it.parentElement?.parentElement?.getBoundingClientRect().width ?? 0,
        }))
        expect(source).toMatch(/\.avif$/)
        expect(shown).toBeLessThanOrEqual(columns)
        const offered = Number(/-(\d+)\.avif$/.exec(source)?.[1])
        expect(offered).toBeLessThanOrEqual(Math.max(400, shown * 1.7))
      }
      // Variants have whole pixels of their own: a part of a pixel moves nothing.
      for (const [at, height] of (await places()).entries()) expect(height).toBeCloseTo(before[at] ?? 0, 0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
