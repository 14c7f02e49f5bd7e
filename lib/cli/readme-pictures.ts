import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'

type Picture = {
  readonly name: string
  readonly path: string
  readonly colorScheme: 'light' | 'dark'
  readonly to?: string
  readonly further?: number
}

const pictures: readonly Picture[] = [
  { name: 'home', path: '/', colorScheme: 'light' },
  { name: 'ledger', path: '/ledgers/uvidense-talent-marketplace/', colorScheme: 'dark' },
  { name: 'lab', path: '/lab/request-lifecycle/', colorScheme: 'light', to: '.instrument', further: 8 },
]

const viewport = { width: 1280, height: 800 }

/** The pictures that README.md shows, small enough to be committed. Only the browser's own protocol writes WebP. */
export async function takeReadmePictures(root: string, browser: Browser, site: string): Promise<void> {
  const folder = join(root, 'docs', 'pictures')
  mkdirSync(folder, { recursive: true })
  for (const { name, path, colorScheme, to, further } of pictures) {
    const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1.5, reducedMotion: 'reduce' })
    await page.goto(site + path, { waitUntil: 'networkidle' })
    if (to) {
      await page
        .locator(to)
        .first()
        .evaluate((it) => it.scrollIntoView({ block: 'start', behavior: 'instant' }))
      await page.waitForLoadState('networkidle')
    }
    // A figure is shown at work: so many tenths of its time have passed.
    for (let tenth = 0; tenth < (further ?? 0); tenth += 1) await page.getByRole('slider').first().press('PageUp')
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    const session = await page.context().newCDPSession(page)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
    writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
    await page.close()
  }
}
