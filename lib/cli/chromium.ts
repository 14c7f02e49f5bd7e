import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { Failure } from './failure'
import { run, runNode } from './processes'

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

type Attempt = { readonly name: string; readonly install: () => Promise<{ code: number; output: string }> }

function attempts(): Attempt[] {
  const playwright = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js')
  const debian: Attempt[] = existsSync('/usr/bin/apt-get') ? [{ name: "Debian's package", install: installFromDebian }] : []
  return [{ name: "Playwright's download", install: () => runNode([playwright, 'install', 'chromium']) }, ...debian]
}

async function installFromDebian() {
  const asRoot = (args: string[]) =>
    process.getuid?.() === 0
      ? run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
      : run('sudo', ['-n', 'apt-get', ...args])
  const updated = await asRoot(['update'])
  return updated.code === 0 ? asRoot(['install', '-y', '--no-install-recommends', 'chromium']) : updated
}

/** Finds a Chromium or gets one, from wherever it can be had. */
export async function ensureChromium(): Promise<string> {
  const present = findChromium()
  if (present) return present
  const said: string[] = []
  for (const { name, install } of attempts()) {
    process.stdout.write(`  …   no Chromium here: trying ${name}\n`)
    const { code, output } = await install()
    const found = findChromium()
    if (code === 0 && found) return found
    said.push(`${name}: ${output.trim().split('\n').at(-1) ?? `exit code ${code}`}`)
  }
  throw new Failure(
    'the browser tests need Chromium: none was found, and none could be installed.',
    'install Chromium or Chrome in the usual way for this system, then run npm test again.',
    said.join('\n'),
  )
}
