import { childrenNamed, isWholeAddress, parseXml, repeated, type XmlElement } from './xml'

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const most = { addresses: 50_000, bytes: 52_428_800, address: 2_047 }

/** A W3C datetime: from the year alone to the fraction of a second. */
const isDate = (text: string): boolean =>
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text.slice(0, 10))

const known: Readonly<Record<string, (text: string) => boolean>> = {
  loc: isWholeAddress,
  lastmod: isDate,
  changefreq: (text) => /^(?:always|hourly|daily|weekly|monthly|yearly|never)$/.test(text),
  priority: (text) => /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text),
}

function urlProblems(url: XmlElement, from: string, today: string): string[] {
  const [loc] = childrenNamed(url, 'loc', sitemaps)
  if (!loc) return ['an address without a loc']
  const lastmod = childrenNamed(url, 'lastmod', sitemaps)[0]?.text ?? ''
  return [
    ...url.children.filter((it) => !known[it.name]?.(it.text)).map((it) => `${loc.text}: the ${it.name} ${it.text} may not be`),
    ...repeated(url.children.map((it) => it.name)).map((it) => `${loc.text} has ${it} more than once`),
    ...(loc.text.startsWith(from) ? [] : [`${loc.text} does not lie below the sitemap's own folder ${from}`]),
    ...(loc.text.length > most.address ? [`${loc.text.slice(0, 60)}… is too long`] : []),
    ...(lastmod.slice(0, 10) > today ? [`${loc.text} was changed in the future: ${lastmod}`] : []),
  ]
}

/** What sitemaps.org asks of a sitemap that lies in the folder `from`. */
export function sitemapProblems(text: string, from: string, today: string): string[] {
  const root = parseXml(text)
  if (root.name !== 'urlset' || root.uri !== sitemaps) return ['the root is no urlset of sitemaps.org']
  const urls = childrenNamed(root, 'url', sitemaps)
  const locs = urls.flatMap((it) => childrenNamed(it, 'loc', sitemaps).map((loc) => loc.text))
  return [
    ...(urls.length === 0 ? ['there is no address in it'] : []),
    ...(urls.length > most.addresses ? [`${urls.length} addresses are more than ${most.addresses}`] : []),
    ...(Buffer.byteLength(text) > most.bytes ? [`it is larger than ${most.bytes} bytes`] : []),
    ...repeated(locs).map((it) => `${it} stands in it twice`),
    ...urls.flatMap((it) => urlProblems(it, from, today)),
  ]
}
