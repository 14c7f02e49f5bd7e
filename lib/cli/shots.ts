import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, ensureChromium } from './chromium'
import { readFlags } from './flags'
import { pageKinds } from './page-kinds'
import { progress } from './progress'
import { takeReadmePictures } from './readme-pictures'
import { siteAddress } from './site-address'
import { listen, staticServer } from './static-server'

/**
 * Pictures of every kind of page, at two widths and in both themes, to be looked at: .build/shots. With kinds named,
 * only of those; with `--screen`, only what the first screen shows, two pixels to one, as a picture for a text.
 * `npm run shots -- readme` takes those that README.md shows instead.
 */
export async function shots(root: string, args: readonly string[]): Promise<void> {
  const folder = join(root, '.build', 'shots')
  mkdirSync(folder, { recursive: true })
  const { words, switches } = readFlags(args, { switches: ['screen'], values: [] })
  const chosen = Object.entries(pageKinds).filter(([kind]) => words.length === 0 || words.includes(kind))
  const { basePath } = siteAddress(root)
  const server = staticServer(join(root, 'out'), { headers: true, basePath })
  const port = await listen(server, 4900, 4990)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] })
  if (words[0] === 'readme') {
    await progress().step('take the pictures of README.md', () =>
      takeReadmePictures(root, browser, `http://127.0.0.1:${port}${basePath}`),
    )
    await browser.close()
    server.close()
    return
  }
  await progress().step('take pictures', async (advance) => {
    let taken = 0
    for (const width of [1280, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({
          viewport: { width, height: width > 600 ? 900 : 844 },
          deviceScaleFactor: switches.has('screen') ? 2 : 1,
          colorScheme,
        })
        for (const [kind, path] of chosen) {
          await page.goto(`http://127.0.0.1:${port}${basePath}${path}`, { waitUntil: 'networkidle' })
          await page.screenshot({ path: join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: !switches.has('screen') })
          advance((taken += 1), chosen.length * 4)
        }
        await page.close()
      }
  })
  await browser.close()
  server.close()
}
