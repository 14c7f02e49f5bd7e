import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { linkAssets } from './assets'
import { prefixAddresses } from './base-path'
import { tellFigures } from './build-figures'
import { brotliSize, isText } from './compress'
import { compressedPages, type CompressPage } from './compressed-pages'
import { parseHtml } from './html'
import { linkScripts } from './link-scripts'
import { inlineStyles, preloadFonts } from './link-styles'
import { linksOf, type PageLinks } from './links'
import { paintFromOpening } from './opening'
import { tagPage } from './page-tags'
import { type PageWeight, printWeighed, type SizeOf, type Weighed } from './page-weight'
import { writePolicy } from './policy'
import { linkSearch } from './search'
import type { Folders, Page, Site } from './site'
import { stripFramework } from './strip-framework'
import { refuseUnfinished, refuseUnknownIslands } from './vouch'

/** What happens to each page, in this order. A page is read, changed and printed once: whole sites do not fit in memory. */
export const pageSteps: readonly ((page: Page, site: Site) => void)[] = [
  refuseUnfinished,
  (page, { scripts }) => refuseUnknownIslands(page, scripts.islandNames),
  stripFramework,
  paintFromOpening,
  inlineStyles,
  linkAssets,
  preloadFonts,
  linkScripts,
  linkSearch,
  tagPage,
  tellFigures,
  prefixAddresses,
  writePolicy,
]

type Tools = { readonly sizeOf: SizeOf; readonly compress: CompressPage }

type Finished = Weighed & { readonly links: PageLinks }

export function changePage(path: string, text: string, site: Site): Page {
  const page = { path, document: parseHtml(text) }
  for (const step of pageSteps) step(page, site)
  return page
}

async function finishPage(path: string, text: string, site: Site, tools: Tools): Promise<Finished> {
  const page = changePage(path, text, site)
  return { ...(await printWeighed(page, site, tools.sizeOf, tools.compress)), links: linksOf(page) }
}

type Exported = { readonly pages: string[]; readonly files: string[] }

/** What Next printed, told apart: pages, files to pass on, and what only its own runtime would have read. */
export async function listExported({ exported }: Folders): Promise<Exported> {
  const all = (await readdir(exported, { recursive: true, withFileTypes: true }))
    .filter((it) => it.isFile())
    .map((it) => relative(exported, join(it.parentPath, it.name)).replaceAll('\\', '/'))
  const known = new Set(all)
  const isPayload = (it: string) => /(?:^|\/)__next\.[^/]*\.txt$/.test(it) || known.has(it.replace(/\.txt$/, '.html'))
  // A route that has nothing to print yet still has one address, which no slug can have (lib/content/parameters.ts).
  const isNoAddress = (it: string) => /(?:^|\/)_(?:\/|$)/.test(it)
  const isFrameworks = (it: string) => it.startsWith('_next/') || it.startsWith('_not-found/') || it === '404/index.html'
  const kept = all.filter((it) => !isFrameworks(it) && !isNoAddress(it))
  const pages = kept.filter((it) => it.endsWith('.html'))
  return { pages, files: kept.filter((it) => !it.endsWith('.html') && !(it.endsWith('.txt') && isPayload(it))) }
}

/** How many bytes a staged file sends; asked once for each, since every page shares them. */
function stagedSizes(staged: string): SizeOf {
  const known = new Map<string, number>()
  return (address) => {
    const size = known.get(address) ?? sizeOfFile(join(staged, address))
    known.set(address, size)
    return size
  }
}

function sizeOfFile(file: string): number {
  if (!existsSync(file)) return 0
  const content = readFileSync(file)
  return isText.test(file) ? brotliSize(content) : content.length
}

export type FinishedPages = { readonly weights: PageWeight[]; readonly links: PageLinks[] }

/** Compressing runs in Node's own threads: while they have these pages, the next is read and changed. */
const inFlight = 4

export async function finishPages(paths: readonly string[], site: Site, advance: (done: number, of: number) => void) {
  const { exported, staged, compressed } = site.folders
  const { compress, forgetOthers } = compressedPages(compressed)
  const tools = { sizeOf: stagedSizes(staged), compress }
  const ordered = paths.toSorted()
  const finished: Finished[] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next++; index < ordered.length; index = next++) {
      const path = ordered[index] ?? ''
      const page = await finishPage(path, await readFile(join(exported, path), 'utf8'), site, tools)
      await mkdir(dirname(join(staged, path)), { recursive: true })
      await Promise.all([writeFile(join(staged, path), page.html), writeFile(join(staged, `${path}.br`), page.brotli)])
      // Neither text is needed again: whole sites do not fit in memory.
      finished[index] = { ...page, html: '', brotli: Buffer.alloc(0) }
      advance((done += 1), ordered.length)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  await forgetOthers()
  return { weights: finished.map((it) => it.weight), links: finished.map((it) => it.links) } satisfies FinishedPages
}
