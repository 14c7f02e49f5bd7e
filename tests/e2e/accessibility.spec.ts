import type { Page } from '@playwright/test'
import { pageKinds } from '@/lib/cli/page-kinds'
import { expectNoFault } from './axe'
import { expect, test } from './site'

// axe reads every element of the largest figures: minutes on a busy machine are no fault of the page.
test.describe.configure({ timeout: 180_000 })

/** Colours cross over for a moment when the theme changes; contrast is a matter of where they arrive. */
const changed = (page: Page) =>
  page.evaluate(async () => {
    const crossing = document.getAnimations().filter((it) => it instanceof CSSTransition)
    await Promise.allSettled(crossing.map((it) => it.finished))
  })

/** One page of each kind; `npm run bench -- axe` goes through all. */
for (const [kind, path] of Object.entries(pageKinds)) {
  for (const width of [1280, 390])
    test(`axe has nothing to say of the ${kind} page at ${width} px, in either theme`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await changed(page)
        await expectNoFault(page, colorScheme)
      }
    })

  test(`the ${kind} page fits 320 px, a zoom of 200% and wider spacing without sideways scrolling`, async ({ page }) => {
    const fits = async (width: number) =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(path)
    await fits(320)
    // A window of 1280 px at a zoom of 200%.
    await page.setViewportSize({ width: 640, height: 400 })
    await fits(640)
    // WCAG 1.4.12, set as a reader's own style would be.
    await page.setViewportSize({ width: 390, height: 800 })
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets.push(sheet)
    })
    await fits(390)
  })
}
