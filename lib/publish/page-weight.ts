import { attribute, elements, printHtml, textOf } from './html'
import { brotliSize } from './compress'
import { facesOnPage } from './page-faces'
import type { Page, Site } from './site'

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
  for (const { face } of facesOnPage(page.document, site.styles.typography))
    parts.set(face.address, { what: face.address, kind: 'font', bytes: face.bytes })
  return [...parts.values()]
}

function inlineScriptBytes(page: Page): number {
  const texts = elements(page.document)
    .filter((it) => it.tagName === 'script' && attribute(it, 'src') === undefined && !/json/.test(attribute(it, 'type') ?? ''))
    .map(textOf)
  return texts.length > 0 ? brotliSize(texts.join('')) : 0
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

/**
 * Weighs the page and writes the figures into its foot. The text is part of what is weighed, so it is written and
 * weighed again until it says the truth.
 */
export function printWeighed(page: Page, site: Site, sizeOf: SizeOf): { readonly html: string; readonly weight: PageWeight } {
  const others = partsOf(page, site, sizeOf)
  const script = inlineScriptBytes(page) + sum(others.filter((it) => it.kind === 'script'))
  const islands = islandBytes(page, site, sizeOf)
  const place = elements(page.document).find((it) => attribute(it, 'data-page-weight') !== undefined)
  for (let round = 0, said = ''; ; round += 1) {
    const html = printHtml(page.document)
    const parts: Part[] = [{ what: page.path, kind: 'html', bytes: brotliSize(html) }, ...others]
    const weight = { path: page.path, total: sum(parts), requests: parts.length, script, parts, islands }
    const says = sayWeight(weight)
    // A tenth of a KB that flips back and forth is true enough either way.
    if (!place || says === said || round > 4) return { html, weight }
    place.childNodes = [{ nodeName: '#text', value: says, parentNode: place }]
    said = says
  }
}
