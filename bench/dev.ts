import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'
import { median, printTable } from './measure'
import { writeSyntheticArticles } from './synthetic'
import { makeWorkshop } from './workshop'

const articles = 200
const edits = 5
const slug = 'synthetic-00100'

function startPreview(workshop: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('lib', 'cli', 'portfolio.ts'), 'dev', '--port', '3700'], {
    cwd: workshop,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      const [, address] = /preview: (http:\S+)/.exec(heard) ?? []
      if (address && heard.includes('Ready in')) resolve({ child, address })
    })
    child.on('exit', (code) => reject(new Error(`the preview ended with exit code ${code}\n${heard}`)))
  })
}

/** From the moment the file is saved to the moment the open page shows it. */
async function measureEdit(page: Page, file: string, edit: number): Promise<number> {
  const sentence = `Sentence number ${edit} of ${Date.now()}.`
  const started = performance.now()
  appendFileSync(file, `\n${sentence}\n`)
  // Looked for in every frame: waiting for a locator looks twice a second at last, which would be most of what it measures.
  await page.waitForFunction((text) => document.body.textContent.includes(text), sentence)
  return performance.now() - started
}

/** `npm run bench -- dev`: how long a saved edit takes to show in the browser, with 200 articles. */
export async function run(): Promise<void> {
  const workshop = makeWorkshop(process.cwd(), 'dev')
  writeSyntheticArticles(join(workshop, 'content'), articles)
  process.stdout.write(`starting the preview with ${articles} articles …\n`)
  const { child, address } = await startPreview(workshop)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] })
  try {
    const page = await browser.newPage()
    await page.goto(`${address}writing/${slug}/`, { waitUntil: 'networkidle' })
    const file = join(workshop, 'content', 'articles', `${slug}.mdx`)
    // The first edit also compiles what Next has not needed before.
    await measureEdit(page, file, 0)
    const times: number[] = []
    for (let edit = 1; edit <= edits; edit += 1) times.push(await measureEdit(page, file, edit))
    printTable(
      ['edit', 'shown after'],
      [...times.map((time, at) => [String(at + 1), `${time.toFixed(0)} ms`]), ['median', `${median(times).toFixed(0)} ms`]],
    )
  } finally {
    await browser.close()
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(workshop, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
