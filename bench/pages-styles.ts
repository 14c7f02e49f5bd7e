import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'
import { publish, type Report } from '@/lib/publish/publish'
import { openChromium } from './devtools'
import { median } from './measure'
import type { Row, Wanted } from './pages'
import { paintsOf } from './pages-paint'
import { slowLink } from './slow-link'

const silent: Report = { step: async (_, work) => work(() => undefined), note: () => undefined }

/** The last export, published with its styles in a file that all pages share. */
async function publishLinked(folder: string): Promise<string> {
  const root = process.cwd()
  const build = join(root, '.build')
  const folders = {
    exported: join(build, 'export'),
    next: join(root, '.next'),
    staged: join(folder, 'staged'),
    compressed: join(build, 'compressed-linked'),
    out: join(folder, 'out'),
  }
  await publish({ root, folders, ...siteAddress(root), styles: 'linked' }, silent)
  return folders.out
}

/** Styles in each page beside styles in a file: the first page of a visit, and a second one that finds fonts and file in the cache. */
export async function compareStyles({ out, pages, runs, tell }: Wanted): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-linked-'))
  tell('publishing the site once more, with its styles in a file')
  const { basePath } = siteAddress(process.cwd())
  const servers = [out, await publishLinked(folder)].map((it) => staticServer(it, { headers: true, basePath }))
  const links = await Promise.all(servers.map(async (it) => slowLink(await listen(it, 0))))
  const sites = await Promise.all(links.map(async (it) => `http://127.0.0.1:${await listen(it, 0)}${basePath}`))
  const browser = await openChromium()
  const [first, second] = ['list', 'article'].map((kind) => pages.find((it) => it.kind === kind)?.path)
  const rows: Row[] = []
  if (first && second) {
    const times: number[][][] = []
    for (let run = 1; run <= runs; run += 1) {
      tell(`styles in the page and in a file, run ${run} of ${runs}`)
      const visits: number[][] = []
      for (const site of sites) visits.push(await paintsOf(browser, [site + first, site + second]))
      times.push(visits)
    }
    for (const [at, page] of ['first page of a visit', 'second page'].entries()) {
      const [own = 0, linked = 0] = sites.map((_, form) => median(times.map((visits) => visits[form]?.[at] ?? 0)))
      rows.push({
        name: `${page}, ${at === 0 ? first : second}`,
        values: [`in the page ${own.toFixed(0)} ms, in a file ${linked.toFixed(0)} ms`],
        limit: 'none',
        holds: true,
      })
    }
  }
  await browser.close()
  for (const it of [...servers, ...links]) it.close()
  rmSync(folder, { recursive: true, force: true })
  return rows
}
