import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findPageKinds } from '@/lib/cli/find-page-kinds'
import { countTests, pagesWithFigures } from './build-figures'
import { bundleScripts } from './bundle-scripts'
import { collectStyles } from './collect-styles'
import { compress } from './compress'
import { keepBudgets } from './budgets'
import { listFiles } from './compare-trees'
import { writeDiscovery, writeIcons, writeShareImage } from './discovery'
import { finishPages, listExported } from './finish-pages'
import { writeForwardingPages } from './forwarding'
import { headerRules, printHeadersFile } from './headers'
import { inlineScripts } from './link-scripts'
import { orphans, refuseBrokenLinks } from './links'
import { allRedirects, movedDocuments, printRedirectsFile } from './redirects'
import { writeSearch } from './search'
import type { Folders, Site } from './site'
import { gatherFacts } from './site-facts'
import { swapIn } from './swap'
import { refuseUnknownClientModules } from './vouch'

/** Told of each step as it runs; the command line prints it, tests ignore it. */
export type Report = {
  step<Result>(name: string, work: (advance: (done: number, of: number) => void) => Promise<Result> | Result): Promise<Result>
  /** Something the owner may want to know, though nothing is wrong. */
  note(text: string): void
}

export type PublishOptions = {
  readonly root: string
  readonly folders: Folders
  readonly basePath: string
  /** Where the site will live; unknown, nothing that needs a whole address is written. */
  readonly origin?: string | undefined
  /** Styles stand in the page (docs/decisions/0012-fonts-and-styles-in-the-page.md); `bench -- pages` also measures them linked. */
  readonly styles?: 'inline' | 'linked'
}

/** From what Next exported to the site that is served. Only the last step touches `out/`. */
export async function publish(
  { root, folders, basePath, origin, styles = 'inline' }: PublishOptions,
  report: Report,
): Promise<void> {
  await rm(folders.staged, { recursive: true, force: true })
  await mkdir(folders.staged, { recursive: true })
  const { pages, files } = await listExported(folders)

  const scripts = await report.step('bundle scripts', () => bundleScripts(root, join(folders.staged, 'assets'), basePath))
  await report.step('vouch for client code', () => refuseUnknownClientModules(folders.next, scripts.islandNames))
  const search = await report.step('index for search', () => writeSearch(root, pages, folders, basePath))
  const { assets, pageStyles, inlineStyles } = await report.step('collect styles and fonts', () =>
    collectStyles({ folders, basePath, pages, scripts, linked: styles === 'linked', search }),
  )
  const facts = await report.step('gather facts', () => gatherFacts(origin, basePath))
  const sharing = { facts, image: await report.step('draw the share image', () => writeShareImage(folders, facts)) }
  await writeIcons(folders)
  const site: Site = { folders, basePath, assets, scripts, styles: pageStyles, sharing, search }
  const last = await pagesWithFigures(pages, folders)
  const others = pages.filter((it) => !last.includes(it))
  const first = await report.step('finish pages', (advance) => finishPages(others, site, advance))
  const figures = { weights: first.weights, tests: countTests(root), pageKinds: Object.keys(findPageKinds()).length }
  const told = await report.step('tell the figures of this build', (advance) =>
    finishPages(last, { ...site, folders: { ...folders, compressed: `${folders.compressed}-last` }, figures }, advance),
  )
  const finished = { weights: [...first.weights, ...told.weights], links: [...first.links, ...told.links] }
  await report.step('copy files', async () => {
    for (const file of files) {
      await mkdir(dirname(join(folders.staged, file)), { recursive: true })
      await cp(join(folders.exported, file), join(folders.staged, file))
    }
  })
  const feeds = await report.step('write feeds and sitemap', () => writeDiscovery(folders, facts, pages))
  // Styles in a file are a request more: that form is only measured.
  if (styles === 'inline') await report.step('keep budgets', () => keepBudgets(finished.weights))
  await report.step('follow links', async () => {
    const staged = new Set(await listFiles(folders.staged))
    const whole = { pages: [...finished.links, ...feeds], files: staged, basePath }
    refuseBrokenLinks(whole)
    for (const path of orphans(whole)) report.note(`no page links to ${path}`)
  })
  await report.step('write headers and redirects', async () => {
    const rules = headerRules({ scripts: inlineScripts(site), styles: inlineStyles }, basePath)
    await writeFile(join(folders.staged, '_headers'), printHeadersFile(rules))
    const redirects = allRedirects(movedDocuments(), new Set(await listFiles(folders.staged)))
    await writeFile(join(folders.staged, '_redirects'), printRedirectsFile(redirects, basePath))
    await writeForwardingPages(folders.staged, redirects, { origin, basePath })
  })
  await report.step('compress', (advance) => compress(folders.staged, advance))
  await report.step('swap in', () => swapIn(folders))
}
