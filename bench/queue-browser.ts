import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/lib/cli/chromium'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import type { QueueConfig } from '@/lib/queue/settings'

export type WorkerRun = { readonly millis: readonly number[]; readonly megabytes: number; readonly hash: string }
export type DrawnFrames = { readonly dots: number; readonly millis: readonly number[] }

/** The lab's page and its worker as they were published, in Chromium; null when nothing has been built. */
export async function inBrowser<Result>(
  measure: (open: (path: string) => Promise<Page>, worker: string) => Promise<Result>,
): Promise<Result | null> {
  const root = process.cwd()
  const assets = join(root, 'out', 'assets')
  const worker = existsSync(assets) ? readdirSync(assets).find((it) => /^broker-queue-worker-\w+\.js$/.test(it)) : undefined
  if (worker === undefined) return null
  const { basePath } = siteAddress(root)
  const server = staticServer(join(root, 'out'), { headers: true, basePath })
  const site = `http://127.0.0.1:${await listen(server, 4900, 4990)}${basePath}`
  const executablePath = findChromium()
  const browser = await chromium.launch({ args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) })
  try {
    return await measure((path) => openPage(browser, `${site}${path}`), `${basePath}/assets/${worker}`)
  } finally {
    await browser.close()
    server.close()
  }
}

/** The policy lets only the figure itself start a worker; the bench starts one of its own. */
async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** Each time by a new worker, from the first command to the measures of the whole run. */
export async function timeInWorker(page: Page, address: string, config: QueueConfig, runs: number): Promise<WorkerRun> {
  const memory = await watchWorkers(page)
  const millis: number[] = []
  let [megabytes, hash] = [0, '']
  for (let run = 0; run < runs; run += 1) {
    const answer = await page.evaluate(runWhole, { address, config })
    millis.push(answer.millis)
    hash = answer.hash
    megabytes = Math.max(megabytes, await memory())
    await page.evaluate('bench.terminate()')
  }
  return { millis, megabytes, hash }
}

/** Runs in the page. */
function runWhole({ address, config }: { address: string; config: QueueConfig }): Promise<{ millis: number; hash: string }> {
  const worker = new Worker(address, { type: 'module' })
  Object.assign(globalThis, { bench: worker })
  return new Promise((resolve) => {
    let from = 0
    worker.onmessage = ({ data }: MessageEvent<{ type: string; frame?: { progress: string }; measures?: { hash: string } }>) => {
      if (data.type === 'config' && from === 0) {
        // The model is there: what is measured is the run, not the network.
        from = performance.now()
        worker.postMessage({ type: 'play', until: Infinity })
      } else if (data.type === 'frame' && data.frame?.progress !== 'running') worker.postMessage({ type: 'measure', facts: [] })
      else if (data.measures) resolve({ millis: performance.now() - from, hash: data.measures.hash })
    }
    worker.postMessage({ type: 'start', config, micros: 0 })
  })
}

type HeapUsage = { readonly usedSize: number; readonly backingStorageSize?: number }

/** What the newest worker holds: objects, and the buffers behind its typed arrays. In megabytes. */
async function watchWorkers(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  let newest = ''
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    newest = sessionId
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return () =>
    new Promise((resolve) => {
      session.once('Target.receivedMessageFromTarget', ({ message }) => {
        const { result } = JSON.parse(message) as { result: HeapUsage }
        resolve((result.usedSize + (result.backingStorageSize ?? 0)) / 1e6)
      })
      const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
      void session.send('Target.sendMessageToTarget', { sessionId: newest, message })
    })
}

/** Between one picture and the next while the run of the page's link plays. */
export async function timeFrames(page: Page, seconds: number): Promise<DrawnFrames> {
  const figure = page.locator('.instrument.bq')
  await page.locator('.instrument.bq[data-alive]').hover()
  await page.locator('.instrument.bq[data-ready]').waitFor()
  await page.locator('.instrument .bq-wide').scrollIntoViewIfNeeded()
  await figure.getByRole('button', { name: 'Play' }).click()
  return page.evaluate(frameTimes, seconds * 1000)
}

/** Runs in the page. */
async function frameTimes(duration: number): Promise<DrawnFrames> {
  const millis: number[] = []
  let dots = Infinity
  let before = 0
  for (const end = performance.now() + duration; before < end;) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    if (before > 0) millis.push(now - before)
    before = now
    dots = Math.min(dots, document.querySelectorAll('.instrument .bq-wide .bq-dot').length)
  }
  return { dots, millis }
}
