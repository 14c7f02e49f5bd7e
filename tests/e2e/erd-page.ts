import type { Page } from '@playwright/test'
import { expect } from './site'

export const home = '/lab/erd/'
export const leaky = '/lab/erd/saas-leaky/'

/** Opens the explorer and waits until it has come alive: the map exists only then. */
export async function open(page: Page, path = home) {
  await page.goto(path, { waitUntil: 'networkidle' })
  await expect(page.locator('.erd-minimap')).toBeAttached()
}
export const tableSelect = (page: Page) => page.getByRole('combobox', { name: 'Table', exact: true })
export const lit = (page: Page, word: string) => page.locator(`.erd-drawing:visible .erd-table[data-lit="${word}"] > title`)
export const view = (page: Page, name: string) => page.getByRole('radio', { name })
