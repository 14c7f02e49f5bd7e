import { serialize } from 'parse5'
import { attribute, type Element, elements, parseHtml, remove, setAttribute } from './html'
import { type SiteFacts, wholeAddress, type Writing } from './site-facts'

/** As many pieces as a feed reader will want at once. */
export const feedLength = 30

/** XML 1.0 allows no control character but tab and line ends. */
const allowed = (text: string): string =>
  [...text].filter((it) => it >= ' ' || it === '\n' || it === '\t' || it === '\r').join('')

export const escapeXml = (text: string): string =>
  allowed(text).replace(/[&<>"']/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[it] ?? it)

const isBody = (element: Element): boolean => (attribute(element, 'class') ?? '').split(/\s+/).includes('prose')

/** The text of a finished article as a feed may carry it: whole addresses, and nothing that needs a script. */
export function feedContent(html: string, href: string, facts: SiteFacts): string {
  const body = elements(parseHtml(html)).find(isBody)
  if (!body) return ''
  const page = new URL(wholeAddress({ ...facts, basePath: '' }, '') + href, 'https://this.invalid')
  for (const element of elements(body)) {
    if (['script', 'style', 'button', 'copy-code', 'input', 'source'].includes(element.tagName)) {
      remove(element)
      continue
    }
    element.attrs = element.attrs.filter(({ name }) => !/^(?:class|id|data-.*|tabindex|role)$/.test(name))
    for (const name of ['href', 'src']) {
      const address = attribute(element, name)
      if (address === undefined || !URL.canParse(address, page)) continue
      const whole = address.startsWith('#') ? wholeAddress(facts, href) + address : new URL(address, page).href
      setAttribute(element, name, whole.replace('https://this.invalid', ''))
    }
  }
  return serialize(body)
}

export type FeedItem = Writing & { readonly content: string }

const moment = (day: string): string => `${day}T00:00:00Z`

const newest = (items: readonly FeedItem[]): string =>
  items
    .map((it) => it.updated)
    .toSorted()
    .at(-1) ?? '1970-01-01'

const titleOf = ({ person }: SiteFacts): string => `Writing by ${person.name}`

export function atomFeed(items: readonly FeedItem[], facts: SiteFacts): string {
  const at = (address: string) => escapeXml(wholeAddress(facts, address))
  const entries = items.map(
    (it) =>
      `<entry><title>${escapeXml(it.title)}</title><id>${at(it.href)}</id><link href="${at(it.href)}"/>` +
      `<published>${moment(it.date)}</published><updated>${moment(it.updated)}</updated>` +
      `<summary>${escapeXml(it.summary)}</summary><content type="html">${escapeXml(it.content)}</content></entry>`,
  )
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>${escapeXml(titleOf(facts))}</title>` +
    `<id>${at('/')}</id><link href="${at('/')}"/><link rel="self" href="${at('/atom.xml')}"/><updated>${moment(newest(items))}</updated>` +
    `<author><name>${escapeXml(facts.person.name)}</name></author>${entries.join('')}</feed>\n`
  )
}

const asRssDate = (day: string): string => new Date(moment(day)).toUTCString()

export function rssFeed(items: readonly FeedItem[], facts: SiteFacts): string {
  const at = (address: string) => escapeXml(wholeAddress(facts, address))
  const entries = items.map(
    (it) =>
      `<item><title>${escapeXml(it.title)}</title><link>${at(it.href)}</link><guid isPermaLink="true">${at(it.href)}</guid>` +
      `<pubDate>${asRssDate(it.date)}</pubDate><description>${escapeXml(it.summary)}</description>` +
      `<content:encoded>${escapeXml(it.content)}</content:encoded></item>`,
  )
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
    `<title>${escapeXml(titleOf(facts))}</title><link>${at('/')}</link><description>${escapeXml(facts.person.statement)}</description><language>en-gb</language>` +
    `<lastBuildDate>${asRssDate(newest(items))}</lastBuildDate><atom:link rel="self" type="application/rss+xml" href="${at('/rss.xml')}"/>${entries.join('')}</channel></rss>\n`
  )
}

export function jsonFeed(items: readonly FeedItem[], facts: SiteFacts): string {
  const at = (address: string) => wholeAddress(facts, address)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(facts),
    home_page_url: at('/'),
    feed_url: at('/feed.json'),
    language: 'en-GB',
    authors: [{ name: facts.person.name, url: at('/') }],
    items: items.map((it) => ({
      id: at(it.href),
      url: at(it.href),
      title: it.title,
      summary: it.summary,
      content_html: it.content,
      date_published: moment(it.date),
      date_modified: moment(it.updated),
    })),
  }
  return `${JSON.stringify(feed)}\n`
}

/** Only pages that may be indexed; each with the day its content last changed, where that is known. */
export function sitemap(addresses: readonly string[], facts: SiteFacts): string {
  const urls = addresses.map((it) => {
    const day = facts.changed.get(it)
    return `<url><loc>${escapeXml(wholeAddress(facts, it))}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
}

/** A page that must not be indexed says so itself, for which it has to be read: nothing is disallowed. */
export const robots = (facts: SiteFacts, hasSitemap: boolean): string =>
  `User-agent: *\nAllow: /\n${hasSitemap ? `\nSitemap: ${wholeAddress(facts, '/sitemap.xml')}\n` : ''}`
