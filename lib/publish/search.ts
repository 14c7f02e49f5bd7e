import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { catalogue, kindNames } from '@/lib/content/catalogue'
import { buildIndex, type IndexedPage } from '@/lib/search/build-index'
import { common } from './script-options'
import { elements, parseHtml, setAttribute } from './html'
import { readHead, readSections } from './read-sections'
import { type Folders, type Page, PublishError, type Site } from './site'
import { addSummon, summon, type Summoned } from './summon'

/** The script of the search page and the folder of its index, both in `assets/` and named by their content. */
export type Search = { readonly script: Summoned; readonly index: string }

/** Lists of what stands elsewhere: they are found by their name and not by the titles that they list. */
const isList = (path: string): boolean =>
  /^(?:index\.html|writing\/(?:index\.html|category|tag|series)|skills|for|(?:projects|case-studies|ledgers|reports|claims|lab)\/index)/.test(
    path,
  )

/** Second pages of a list, years, and pages that are no content. */
const isLeftOut = (path: string): boolean =>
  /^(?:404\.html|search\/|writing\/(?:page|year)\/|writing\/(?:category|tag)\/[^/]+\/.+\/index\.html)/.test(path)

type Named = { readonly kind: string; readonly number?: string }

function kindOf(path: string, named: ReadonlyMap<string, Named>): Named {
  const known = named.get(`/${path}`)
  if (known) return known
  const list = /^writing\/(category|tag|series)\//.exec(path)?.[1]
  return { kind: list ? list[0]!.toUpperCase() + list.slice(1) : 'Page' }
}

async function readPages(pages: readonly string[], { exported }: Folders): Promise<IndexedPage[]> {
  const named = new Map(
    [...catalogue().values()].map(({ href, kind, number }) => [href, { kind: kindNames[kind], ...(number ? { number } : {}) }]),
  )
  const indexed: IndexedPage[] = []
  for (const page of pages.filter((it) => !isLeftOut(it)).toSorted()) {
    const document = parseHtml(await readFile(join(exported, page), 'utf8'))
    const main = elements(document).find((it) => it.tagName === 'main')
    if (!main) throw new PublishError(`${page} has no <main>, so search could not read it.`)
    const href = page.replace(/index\.html$/, '')
    const sections = isList(page) ? [{ id: '', heading: '', text: '' }] : readSections(main)
    indexed.push({ href, ...kindOf(href, named), ...readHead(document), sections })
  }
  return indexed
}

async function writeIndex(pages: readonly string[], folders: Folders): Promise<string> {
  const index = buildIndex(await readPages(pages, folders))
  const files = new Map<string, string>([
    ['pages', JSON.stringify(index.pages)],
    ...[...index.shards].map(([beginning, words]) => [`words-${beginning}`, JSON.stringify(words)] as const),
    ...index.texts.map((text, page) => [`text-${page}`, JSON.stringify(text)] as const),
  ])
  const hash = createHash('sha256')
  for (const [name, text] of files) hash.update(name).update(text)
  const folder = `search-${hash.digest('base64url').slice(0, 8)}`
  await mkdir(join(folders.staged, 'assets', folder), { recursive: true })
  for (const [name, text] of files) await writeFile(join(folders.staged, 'assets', folder, `${name}.json`), text)
  return folder
}

async function bundleSearch(root: string, { staged }: Folders): Promise<string> {
  const { metafile } = await build({
    ...common(root),
    entryPoints: [{ in: 'components/enhance/site-search.ts', out: 'search' }],
    entryNames: '[name]-[hash]',
    outdir: join(staged, 'assets'),
  })
  const [file] = Object.keys(metafile?.outputs ?? {})
  if (!file) throw new PublishError('The script of the search page went missing from its own bundle.')
  return basename(file)
}

/** Nothing, where the site has no search page. */
export async function writeSearch(
  root: string,
  pages: readonly string[],
  folders: Folders,
  basePath: string,
): Promise<Search | undefined> {
  if (!pages.includes('search/index.html')) return undefined
  return { script: summon(await bundleSearch(root, folders), basePath), index: await writeIndex(pages, folders) }
}

/** Gives the search page its script, and the script the name of its index. */
export function linkSearch(page: Page, { search }: Site): void {
  const place = elements(page.document).find((it) => it.tagName === 'site-search')
  if (!place || !search) return
  setAttribute(place, 'data-index', search.index)
  addSummon(page, search.script)
}
