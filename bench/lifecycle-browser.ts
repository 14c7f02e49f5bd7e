import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/lib/cli/chromium'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import type { Scenario } from '@/lib/lifecycle/scenario'
import { modelScript } from './model-script'

export type InBrowser = { readonly step: readonly number[]; readonly scrub: readonly number[]; readonly count: readonly number[] }

/** What the reader feels in the built lab page, layout included; null when nothing has been built. */
export async function measureInBrowser(scenarios: readonly Scenario[], runs: number): Promise<InBrowser | null> {
  const root = process.cwd()
  const out = join(root, 'out')
  if (!existsSync(join(out, 'lab', 'request-lifecycle', 'index.html'))) return null
  const { basePath } = siteAddress(root)
  const server = staticServer(out, { headers: true, basePath })
  const site = `http://127.0.0.1:${await listen(server, 4700, 4900)}${basePath}`
  const executablePath = findChromium()
  const browser = await chromium.launch({ args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${site}/lab/request-lifecycle/`)
    await page.locator('.lc[data-alive]').hover()
    await page.locator('.lc-link').first().waitFor()
    const step = await page.evaluate(stepTimes, runs)
    const scrub = await page.evaluate(scrubTimes, runs)
    return { step, scrub, count: await countTimes(page, scenarios, runs) }
  } finally {
    await browser.close()
    server.close()
  }
}

/** Runs in the page. React answers a press when the handlers are done; asking for a box makes the browser lay out what changed. */
async function stepTimes(runs: number): Promise<number[]> {
  const [back, , step] = document.querySelectorAll<HTMLButtonElement>('.lc-buttons button')
  const input = document.querySelector('.lc-scrub input')
  const times: number[] = []
  for (let at = 0; at < runs * 10; at += 1) {
    const before = input?.getAttribute('aria-valuetext')
    const from = performance.now()
    ;(at % 20 < 10 ? step : back)?.click()
    await Promise.resolve()
    document.querySelector('.lc')?.getBoundingClientRect()
    times.push(performance.now() - from)
    if (input?.getAttribute('aria-valuetext') === before) throw new Error('a press of Step or Back changed nothing')
  }
  return times
}

/** Runs in the page. */
function scrubTimes(runs: number): number[] {
  const input = document.querySelector<HTMLInputElement>('.lc-scrub input')!
  const plain = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  return Array.from({ length: runs * 5 }, (_, at) => {
    const from = performance.now()
    // Past React's own watch over the value, as a drag would be.
    plain?.set?.call(input, String(Math.floor(((at * 37) % 100) * (Number(input.max) / 100))))
    input.dispatchEvent(new Event('input', { bubbles: true }))
    document.querySelector('.lc')?.getBoundingClientRect()
    return performance.now() - from
  })
}

/** Ten thousand requests, counted in slices as the figure counts them, its pauses included. */
async function countTimes(page: Page, scenarios: readonly Scenario[], runs: number): Promise<number[]> {
  const program = await modelScript(
    `
    import { distributeInSlices } from '@/lib/lifecycle/distribution'
    import { breath } from '@/components/islands/request-lifecycle/breath'
    export async function countAll(scenarios, runs) {
      const times = []
      for (let run = 0; run < runs; run += 1)
        for (const scenario of scenarios) {
          const from = performance.now()
          await distributeInSlices(scenario, {}, () => breath().then(() => true))
          times.push(performance.now() - from)
        }
      return times
    }`,
    `countAll(${JSON.stringify(scenarios)}, ${runs})`,
  )
  // The first round warms the engine up and is not counted.
  return (await page.evaluate<number[]>(program)).slice(scenarios.length)
}
