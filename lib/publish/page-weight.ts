import { brotliSize } from './compress'
import type { CompressPage } from './compressed-pages'
import { attribute, elements, printHtml, textOf } from './html'
import type { Page, Site } from './site'
import { summonedFiles } from './summon'

export type Part = {
  readonly what: string
  readonly kind: 'html' | 'style' | 'script' | 'font' | 'image'
  readonly bytes: number
}

/** What a browser fetches to show the page, as it goes over the wire; figures that wake further down come on top. */
export type PageWeight = {
  readonly path: string
  readonly total: number
  readonly requests: number
  readonly script: number
  readonly parts: readonly Part[]
  readonly islands: number
}

/** The bytes of a published file as it is sent, by its address without the base path. */
export type SizeOf = (address: string) => number

const withoutBase = (address: string, basePath: string): string =>
  basePath && address.startsWith(`${basePath}/`) ? address.slice(basePath.length) : address

function partsOf(page: Page, site: Site, sizeOf: SizeOf): Part[] {
  const parts = new Map<string, Part>()
  const add = (address: string | undefined, kind: Part['kind']) => {
    if (!address?.startsWith('/')) return
    const what = withoutBase(address, site.basePath)
    parts.set(what, { what, kind, bytes: sizeOf(what) })
  }
  for (const element of elements(page.document)) {
    const { tagName } = element
    if (tagName === 'script') add(attribute(element, 'src'), 'script')
    if (tagName === 'link' && attribute(element, 'rel') === 'stylesheet') add(attribute(element, 'href'), 'style')
    if (tagName === 'img' && attribute(element, 'loading') !== 'lazy') add(attribute(element, 'src'), 'image')
  }
  for (const file of summonedFiles(page, site)) add(`${site.basePath}/assets/${file}`, 'script')
  for (const { face } of site.styles.facesOf(page.path))
    parts.set(face.address, { what: face.address, kind: 'font', bytes: face.bytes })
  return [...parts.values()]
}

/** Nearly every page has the same inline scripts: they are compressed once. */
const knownScripts = new Map<string, number>()

function inlineScriptBytes(page: Page): number {
  const text = elements(page.document)
    .filter((it) => it.tagName === 'script' && attribute(it, 'src') === undefined && !/json/.test(attribute(it, 'type') ?? ''))
    .map(textOf)
    .join('')
  const bytes = knownScripts.get(text) ?? (text === '' ? 0 : brotliSize(text))
  knownScripts.set(text, bytes)
  return bytes
}

function islandBytes(page: Page, { scripts }: Site, sizeOf: SizeOf): number {
  const names = elements(page.document).flatMap((it) => attribute(it, 'data-island') ?? [])
  const files = new Set(names.flatMap((it) => scripts.islandFiles[it] ?? []))
  return [...files].reduce((sum, it) => sum + sizeOf(`/assets/${it}`), 0)
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

export function sayWeight({ total, requests, script, islands }: Omit<PageWeight, 'path' | 'parts'>): string {
  const figures = islands > 0 ? ` Figures bring ${kilobytes(islands)} more when they come into view.` : ''
  return `This page: ${kilobytes(total)} in ${requests} ${requests === 1 ? 'request' : 'requests'}, ${kilobytes(script)} of it script.${figures}`
}

const sum = (parts: readonly Part[]) => parts.reduce((total, it) => total + it.bytes, 0)

export type Weighed = { readonly html: string; readonly brotli: Buffer; readonly weight: PageWeight }

/** Stands where the figures will be said; no page of ours holds the character. */
const placeholder = '\u{f8ff}'

/**
 * Compresses the page and writes into its foot what it weighs, in one go: all that stands before the figures is
 * compressed first, so that its size is known when they are printed. What follows them is a few dozen bytes.
 */
export async function printWeighed(page: Page, site: Site, sizeOf: SizeOf, compress: CompressPage): Promise<Weighed> {
  const others = partsOf(page, site, sizeOf)
  const figures = {
    requests: others.length + 1,
    script: inlineScriptBytes(page) + sum(others.filter((it) => it.kind === 'script')),
    islands: islandBytes(page, site, sizeOf),
  }
  const place = elements(page.document).find((it) => attribute(it, 'data-page-weight') !== undefined)
  if (place) place.childNodes = [{ nodeName: '#text', value: placeholder, parentNode: place }]
  const [before = '', after] = printHtml(page.document).split(placeholder)
  const end = (sent: number) => sayWeight({ total: sum(others) + sent, ...figures }) + (after ?? '')
  const { text, brotli } = await compress({
    first: before,
    second: (sent) => (after === undefined ? '' : end(sent + brotliSize(end(0)))),
  })
  const parts: Part[] = [{ what: page.path, kind: 'html', bytes: brotli.length }, ...others]
  return { html: text, brotli, weight: { path: page.path, total: sum(parts), ...figures, parts } }
}
