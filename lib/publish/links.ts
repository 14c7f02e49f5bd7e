import { attribute, elements } from './html'
import { type Page, PublishError } from './site'

/** What one page offers and what it refers to, kept when the page itself is long gone from memory. */
export type PageLinks = { readonly path: string; readonly ids: ReadonlySet<string>; readonly links: readonly string[] }

const referring = ['href', 'src', 'poster', 'action', 'data-src'] as const

export function linksOf(page: Pick<Page, 'path' | 'document'>): PageLinks {
  const ids = new Set<string>()
  const links = new Set<string>()
  for (const element of elements(page.document)) {
    const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : undefined)
    if (id) ids.add(id)
    // What the head says of the page's own address is no way to it.
    if (element.tagName === 'link' && /canonical|alternate/.test(attribute(element, 'rel') ?? '')) continue
    for (const name of referring) {
      const link = attribute(element, name)
      if (link !== undefined) links.add(link)
    }
    for (const candidate of (attribute(element, 'srcset') ?? '').split(',')) {
      const [source = ''] = candidate.trim().split(/\s+/)
      if (source) links.add(source)
    }
  }
  return { path: page.path, ids, links: [...links] }
}

const site = 'https://this.invalid'

const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`

type Target = { readonly path: string; readonly fragment: string }

/** The place within the site that a link means, or undefined for another site, a mail address or a download from memory. */
function targetOf(link: string, from: string, basePath: string): Target | undefined {
  if (!URL.canParse(link, site + basePath + addressOf(from))) return undefined
  const { origin, pathname, hash } = new URL(link, site + basePath + addressOf(from))
  if (origin !== site) return undefined
  if (basePath && pathname !== basePath && !pathname.startsWith(`${basePath}/`))
    return { path: `outside ${pathname}`, fragment: '' }
  return {
    path: decodeURIComponent(pathname.slice(basePath.length)).replace(/^\//, ''),
    fragment: decodeURIComponent(hash.slice(1)),
  }
}

type Whole = {
  readonly pages: readonly PageLinks[]
  readonly files: ReadonlySet<string>
  readonly basePath: string
}

const fileFor = (path: string, files: ReadonlySet<string>): string | undefined =>
  [path, `${path}index.html`].find((it) => it !== '' && files.has(it) && (it === path || path === '' || path.endsWith('/')))

/** The state of a figure (`v=1&s=cold-read`) and a text to look for travel in the fragment too, and name no element. */
const namesPlace = (fragment: string): boolean => !['', 'top'].includes(fragment) && !/^(?:v=\d+(?:&|$)|:~:)/.test(fragment)

/** Every link within the site that leads nowhere: a missing file, a missing anchor, an address that only a redirect would mend. */
export function brokenLinks({ pages, files, basePath }: Whole): string[] {
  const ids = new Map(pages.map((it) => [it.path, it.ids]))
  return pages.flatMap(({ path, links }) =>
    links.flatMap((link) => {
      const target = targetOf(link, path, basePath)
      if (!target) return []
      const file = fileFor(target.path, files)
      if (!file) {
        const slash = files.has(`${target.path}/index.html`) ? ': there is a page at that address with a slash at its end' : ''
        return [`${path} links to ${link}, which does not exist${slash}.`]
      }
      const missing = namesPlace(target.fragment) && ids.get(file)?.has(target.fragment) === false
      return missing ? [`${path} links to ${link}, but ${file} has no element with that id.`] : []
    }),
  )
}

/** Pages that no other page leads to. */
export function orphans({ pages, files, basePath }: Whole): string[] {
  const reached = new Set<string>(['index.html', '404.html'])
  for (const { path, links } of pages)
    for (const link of links) {
      const target = targetOf(link, path, basePath)
      const file = target && fileFor(target.path, files)
      if (file && file !== path) reached.add(file)
    }
  return pages.map((it) => it.path).filter((it) => it.endsWith('.html') && !reached.has(it))
}

export function refuseBrokenLinks(whole: Whole): void {
  const broken = brokenLinks(whole)
  const shown = broken.slice(0, 30).join('\n  ')
  if (broken.length > 0)
    throw new PublishError(
      `${broken.length} ${broken.length === 1 ? 'link leads' : 'links lead'} nowhere:\n  ${shown}${broken.length > 30 ? '\n  …' : ''}`,
    )
}
