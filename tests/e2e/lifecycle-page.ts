import type { Locator, Page } from '@playwright/test'
import { describeStep } from '@/lib/lifecycle/describe'
import { stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { scenarioNamed, words } from '../unit/lifecycle/shipped-content'
import { expect } from './site'

export const lab = '/lab/request-lifecycle/'

export const figureOf = (page: Page) => page.locator('.lc')

export const currentStep = (page: Page) => page.locator('.lc-steps [aria-current="step"]')

export const spoken = (item: Locator) => item.locator('.unseen')

export const status = (page: Page) => page.locator('.lc .readouts b').first()

export const effects = (page: Page) => page.locator('.lc-effects li')

export async function openLab(page: Page, fragment = ''): Promise<void> {
  await page.goto(lab + fragment)
  await expect(figureOf(page)).toHaveAttribute('data-alive', 'true')
}

export function sentencesOf(id: string, toggles = {}): string[] {
  const steps = stepsOf(followRequest(scenarioNamed(id), { toggles }).spans)
  return steps.map((step, at) => describeStep(step, at, steps.length, words))
}

export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The target was not reached with 120 presses of Tab.')
}

/** What a reader sees of the state; a link has to bring all of it back. */
export async function stateOf(page: Page) {
  return {
    step: await spoken(currentStep(page)).textContent(),
    status: await status(page).textContent(),
    scenario: await page.getByRole('combobox', { name: 'Scenario' }).inputValue(),
    broken: await page.locator('.lc-failures :checked').evaluateAll((boxes) => boxes.map((it) => it.getAttribute('aria-label'))),
    effects: await page.locator('.lc-effects b').allTextContents(),
    budget: await page.locator('.lc .readouts').textContent(),
  }
}

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** On a phone the failures are folded into groups. */
export async function breakStage(page: Page, name: string): Promise<void> {
  const box = page.locator(`input[aria-label="${name}"]`)
  if (!(await box.isVisible())) await page.locator('.lc-groups details', { has: box }).locator('summary').click()
  await box.check()
}
