import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { axeTags } from '@/lib/publish/axe-rules'
import { expect, test } from './site'

/** Of a part alone where `only` says so: a page with much else on it has tests of its own. */
export async function expectNoFault(page: Page, state = '', only?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags([...axeTags])
  const { violations } = await (only ? axe.include(only) : axe).analyze()
  const faults = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(faults, state).toEqual([])
}

type State = { readonly reach: (page: Page) => Promise<void>; readonly only?: string }

/** Each state of a figure, in each theme, wide and narrow: axe is silent and nothing is wider than the screen. */
export function testEachState(states: Readonly<Record<string, State>>): void {
  for (const [state, { reach, only }] of Object.entries(states))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 390])
        test(`axe has nothing to say of the figure ${state}, at ${width} px, ${colorScheme}`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme })
          await reach(page)
          await expectNoFault(page, state, only)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        })
}
