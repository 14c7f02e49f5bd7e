import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { type Attempt, debianPackage, findOrInstall } from './debian'
import { Failure } from './failure'
import { runNode } from './processes'

const wellKnown: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/** A Chromium that is already here: Playwright's own first, since the tests were written with it. */
export function findChromium(): string | undefined {
  return [chromium.executablePath(), ...(wellKnown[process.platform] ?? [])].find((it) => it && existsSync(it))
}

/** As root, Chromium refuses to start with its sandbox; the rest keeps it from calling home during a test. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

function attempts(): Attempt[] {
  const playwright = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js')
  const download = { name: "Playwright's download", install: () => runNode([playwright, 'install', 'chromium']) }
  return [download, ...debianPackage('chromium')]
}

/** Finds a Chromium or gets one, from wherever it can be had. */
export async function ensureChromium(): Promise<string> {
  const result = await findOrInstall('Chromium', findChromium, attempts)
  if ('found' in result) return result.found
  throw new Failure(
    'the browser tests need Chromium: none was found, and none could be installed.',
    'install Chromium or Chrome in the usual way for this system, then run npm test again.',
    result.said,
  )
}
