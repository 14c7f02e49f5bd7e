import type { Locator, Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { queueScenarioSchema } from '@/lib/content/queue-scenario'
import { SCENARIO_PARTS } from '@/lib/queue/scenario-run'
import { expect } from './site'

export const lab = '/lab/broker-queue/'
const folder = join(process.cwd(), 'content/scenarios/queue')
const schema = queueScenarioSchema(SCENARIO_PARTS)
export const scenarios = readdirSync(folder)
  .toSorted()
  .map((file) => schema.parse(parse(readFileSync(join(folder, file), 'utf8'))))

export const figureOf = (page: Page) => page.locator('.instrument.bq')
export const nowline = (page: Page) => page.locator('.bq-nowline')
export const scrub = (page: Page) => page.locator('.instrument.bq .transport-scrub input')
export const logLines = (page: Page) => page.locator('.instrument .bq-lines:not(.bq-first-lines) li')

export async function openLab(page: Page, fragment = ''): Promise<void> {
  await page.goto(lab + fragment)
  await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
}

/** The log, the controls and the failures come alive when a reader gets to them; on a phone that is when they are chosen. */
export async function readDown(page: Page): Promise<void> {
  const log = page.locator('.instrument .bq-of-log')
  if (!(await log.isVisible())) return
  await log.scrollIntoViewIfNeeded()
  await expect(page.locator('.instrument .bq-failures')).toBeAttached()
}

/** With the simulation running behind it. */
export async function openLive(page: Page, fragment = ''): Promise<void> {
  await openLab(page, fragment)
  await figureOf(page).dispatchEvent('pointerover')
  await expect(figureOf(page)).toHaveAttribute('data-ready', 'true')
  await readDown(page)
}

export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 160; presses += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The target was not reached with 160 presses of Tab.')
}

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** What a reader sees of the state; a link has to bring all of it back. */
export async function stateOf(page: Page) {
  return {
    now: await nowline(page).textContent(),
    scenario: await page.getByRole('combobox', { name: 'Scenario' }).inputValue(),
    workers: await page.getByLabel('Workers', { exact: true }).inputValue(),
    done: await page.locator('.bq-done li').allTextContents(),
  }
}
