import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash } from './assets'
import { atomFeed, feedContent, feedLength, jsonFeed, robots, rssFeed, sitemap } from './feeds'
import type { PageLinks } from './links'
import { drawShareImage, icon, rasterise } from './share-image'
import type { Folders } from './site'
import type { SiteFacts } from './site-facts'

/** Draws the picture for shared links and gives its address. */
export async function writeShareImage({ staged }: Pick<Folders, 'staged'>, facts: SiteFacts): Promise<string> {
  const image = await drawShareImage(facts)
  const name = `share-${contentHash(image)}.png`
  await writeFile(join(staged, 'assets', name), image)
  return `/assets/${name}`
}

export async function writeIcons({ staged, exported }: Pick<Folders, 'staged' | 'exported'>): Promise<void> {
  const source = join(exported, 'icon.svg')
  if (!existsSync(source)) return
  const svg = await readFile(source, 'utf8')
  await writeFile(join(staged, 'apple-touch-icon.png'), await rasterise(svg, 180))
  await writeFile(join(staged, 'favicon.ico'), icon(await rasterise(svg, 32), 32))
}

const isIndexed = (html: string): boolean => !/<meta name="robots" content="[^"]*noindex/.test(html)

/** Feeds, sitemap and robots, written from the finished pages. What they refer to is checked with all other links. */
export async function writeDiscovery(
  { staged }: Pick<Folders, 'staged'>,
  facts: SiteFacts,
  pages: readonly string[],
): Promise<PageLinks[]> {
  const read = (href: string) => readFile(join(staged, href, 'index.html'), 'utf8')
  const printed = facts.writings.filter(({ href }) => existsSync(join(staged, href, 'index.html')))
  const items = await Promise.all(
    printed.slice(0, feedLength).map(async (it) => ({ ...it, content: feedContent(await read(it.href), it.href, facts) })),
  )
  const feeds = { 'atom.xml': atomFeed(items, facts), 'rss.xml': rssFeed(items, facts), 'feed.json': jsonFeed(items, facts) }
  for (const [name, text] of Object.entries(feeds)) await writeFile(join(staged, name), text)

  const indexed: string[] = []
  for (const path of pages.filter((it) => it !== '404.html').toSorted())
    if (isIndexed(await readFile(join(staged, path), 'utf8'))) indexed.push(`/${path.replace(/(^|\/)index\.html$/, '$1')}`)
  const hasSitemap = facts.origin !== undefined && indexed.length > 0
  if (hasSitemap) await writeFile(join(staged, 'sitemap.xml'), sitemap(indexed, facts))
  if (!existsSync(join(staged, 'robots.txt'))) await writeFile(join(staged, 'robots.txt'), robots(facts, hasSitemap))

  const links = items.map((it) => `${facts.basePath}${it.href}`)
  return Object.keys(feeds).map((path) => ({ path, ids: new Set<string>(), links }))
}
