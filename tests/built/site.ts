import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { siteAddress } from '@/lib/cli/site-address'
import { isForwarding } from '@/lib/publish/forwarding'
import { attribute, descendants, type Document, type Element, elements, isElement, parseHtml } from '@/lib/publish/html'

const root = process.cwd()
const out = join(root, 'out')
export const { basePath } = siteAddress(root)

export type BuiltPage = { readonly path: string; readonly document: Document; readonly elements: readonly Element[] }

/** `/writing/` for `writing/index.html`. */
const addressOf = (file: string): string =>
  `/${file.replace(/(?:^|\/)index\.html$/, '/').replace(/^\//, '')}`.replace(/\/+/g, '/')

let pages: ReadonlyMap<string, BuiltPage> | undefined

/** Every page of `out/`, parsed once for all tests; what only forwards is none. */
export function builtPages(): ReadonlyMap<string, BuiltPage> {
  if (!existsSync(out)) throw new Error('There is no out/: run `npm run build` first.')
  pages ??= new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile() && it.name.endsWith('.html'))
      .map((it) => relative(out, join(it.parentPath, it.name)).replaceAll('\\', '/'))
      .map((file) => ({ file, html: readFileSync(join(out, file), 'utf8') }))
      .filter(({ html }) => !isForwarding(html))
      .map(({ file, html }) => {
        const document = parseHtml(html)
        const path = addressOf(file)
        return [path, { path, document, elements: elements(document) }] as const
      }),
  )
  return pages
}

export function builtPage(path: string): BuiltPage {
  const page = builtPages().get(path)
  if (!page) throw new Error(`${path} was not printed.`)
  return page
}

/** All text below, as one line. */
export const textIn = (element: Element | Document): string =>
  descendants(element)
    .map((it) => (!isElement(it) && 'value' in it ? it.value : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

export const idsOf = (page: BuiltPage): string[] => page.elements.flatMap((it) => attribute(it, 'id') ?? [])

/** Addresses of our own that the page links to, without the path that the site lives below. */
export const linksOf = (page: BuiltPage): string[] =>
  page.elements
    .filter((it) => it.tagName === 'a')
    .flatMap((it) => attribute(it, 'href') ?? [])
    .filter((it) => it.startsWith('/') || it.startsWith('#'))
    .map((it) => (basePath && it.startsWith(basePath) ? it.slice(basePath.length) : it))

/** A file that is no page: the CV as text, for instance. */
export const hasFile = (path: string): boolean => existsSync(join(out, path))
