import { collections } from '@/lib/content/collections'
import { entriesOf } from '@/lib/content/store'
import { PublishError } from './site'

/** From an address that is no page to one that is; both without the base path. */
export type Redirect = {
  readonly from: string
  readonly to: string
  /** Moved for good, or a guess that a later page may take over. */
  readonly status: 301 | 302
}

/** Addresses that documents had before: `aliases` in their front matter. */
export const movedDocuments = (): Redirect[] =>
  collections
    .flatMap((collection) => entriesOf(collection))
    .flatMap(({ href, fields }) => {
      const { aliases = [] } = fields as { aliases?: readonly string[] }
      return aliases.map((from) => ({ from, to: href, status: 301 as const }))
    })

const addressOf = (page: string): string => `/${page.replace(/(^|\/)index\.html$/, '$1')}`

/** Whoever cuts an address short (`/writing/tag/`) wants the list above it. */
export function shortenedAddresses(pages: readonly string[]): Redirect[] {
  const known = new Set(pages.map(addressOf))
  const parentOf = (address: string) => address.replace(/[^/]+\/$/, '')
  const above = (address: string): string[] => (address === '/' ? [] : [parentOf(address), ...above(parentOf(address))])
  const missing = new Set([...known].flatMap(above).filter((it) => !known.has(it)))
  return [...missing].map((from) => ({ from, to: above(from).find((it) => known.has(it)) ?? '/', status: 302 as const }))
}

/** What people and feed readers try on a site that they do not know. */
const guesses: Readonly<Record<string, string>> = {
  '/blog/': '/writing/',
  '/articles/': '/writing/',
  '/resume/': '/cv/',
  '/feed/': '/atom.xml',
  '/rss/': '/rss.xml',
  '/feed.xml': '/rss.xml',
  '/index.xml': '/rss.xml',
}

const fileOf = (address: string): string => `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`

/** Every redirect of the site, each address once and none that a page has. `files` are those that will be served. */
export function allRedirects(moved: readonly Redirect[], files: ReadonlySet<string>): Redirect[] {
  const exists = (address: string) => files.has(fileOf(address.split('#')[0] ?? address))
  const pages = [...files].filter((it) => it.endsWith('/index.html') || it === 'index.html')
  const guessed = Object.entries(guesses).map(([from, to]) => ({ from, to, status: 302 as const }))
  const found = new Map<string, Redirect>()
  for (const it of [...moved, ...shortenedAddresses(pages), ...guessed])
    if (!exists(it.from) && exists(it.to) && !found.has(it.from)) found.set(it.from, it)
  return [...found.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Cloudflare Pages reads so many lines; each redirect takes two, and two more where its address ends in a slash. */
const mostLines = 2000

const withoutSlash = (address: string): string[] => (address.endsWith('/') ? [address.slice(0, -1)] : [])

/**
 * The form that Netlify and Cloudflare Pages read. A page that forwards (for hosts that know no redirects) lies at the
 * same address: Netlify prefers the file unless the status has a `!`, a line that Cloudflare Pages refuses; it follows the
 * second one, which Netlify never comes to.
 */
export function printRedirectsFile(redirects: readonly Redirect[], basePath: string): string {
  const lines = redirects.flatMap(({ from, to, status }) =>
    [from, ...withoutSlash(from)].flatMap((it) =>
      [`${status}!`, `${status}`].map((code) => `${basePath}${it} ${basePath}${to} ${code}`),
    ),
  )
  if (lines.length > mostLines)
    throw new PublishError(`_redirects has ${lines.length} lines and hosts read ${mostLines}: take back the oldest aliases.`)
  return lines.map((it) => `${it}\n`).join('')
}

export function parseRedirectsFile(text: string, basePath: string): Redirect[] {
  const lines = text.split('\n').map((it) => it.split(' '))
  const all = lines.flatMap(([from = '', to = '', code = '']) => {
    if (code !== '301' && code !== '302') return []
    return [
      {
        from: from.slice(basePath.length),
        to: to.slice(basePath.length),
        status: code === '301' ? (301 as const) : (302 as const),
      },
    ]
  })
  const known = new Set(all.map((it) => it.from))
  return all.filter((it) => it.from.endsWith('/') || !known.has(`${it.from}/`))
}
