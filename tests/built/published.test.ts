import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkProject } from '@/lib/cli/check-project'
import { siteAddress } from '@/lib/cli/site-address'
import { articles } from '@/lib/content/articles'
import { visibilityOn, todayInUtc } from '@/lib/content/dates'
import { hrefOfWord } from '@/lib/content/routes'
import { profile } from '@/lib/content/site'
import { entriesOf } from '@/lib/content/store'
import { feedLength } from '@/lib/publish/feeds'
import { basePath, builtPage, builtPages, linksOf } from './site'

const root = process.cwd()
const out = join(root, 'out')
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && !/\.(?:br|gz|woff2|png|avif|webp|ico|wasm)$/.test(it.name))
  .map((it) => join(it.parentPath, it.name))
const read = (name: string) => readFileSync(join(out, name), 'utf8')

const written = entriesOf(articles).toSorted((a, b) => b.fields.date.localeCompare(a.fields.date) || a.slug.localeCompare(b.slug))
/** Links of a list, on whichever of its pages. */
const linksBelow = (list: string) =>
  new Set(
    [...builtPages().values()]
      .filter((it) => it.path.startsWith(list) && /^(?:page\/)?(?:\d+\/)?$/.test(it.path.slice(list.length)))
      .flatMap(linksOf),
  )

describe('a published article', () => {
  test.each(written.map((it) => [it.slug, it] as const))('%s stands in every list that it belongs to', (_, { href, fields }) => {
    const lists = [
      '/writing/',
      hrefOfWord.category(fields.category),
      ...fields.tags.map(hrefOfWord.tag),
      ...(fields.series ? [hrefOfWord.series(fields.series.id)] : []),
      `/writing/year/${fields.date.slice(0, 4)}/`,
    ]
    expect(lists.filter((list) => !linksBelow(list).has(href))).toEqual([])
    expect(builtPage(href).path).toBe(href)
  })

  test('stands in every feed while it is among the newest', () => {
    const feeds = ['atom.xml', 'rss.xml', 'feed.json'].map((name) => [name, read(name)] as const)
    const expected = written.slice(0, feedLength)
    const missing = expected.flatMap(({ href }) =>
      feeds.filter(([, feed]) => !feed.includes(`${basePath}${href}`)).map(([name]) => `${name} lacks ${href}`),
    )
    expect(missing).toEqual([])
  })

  test('can be found by search', () => {
    const indexes = files.filter((it) => /[\\/]search-[\w-]+[\\/]pages\.json$/.test(it)).map((it) => readFileSync(it, 'utf8'))
    expect(indexes.flatMap((index) => written.filter(({ href }) => !index.includes(href.slice(1))).map((it) => it.slug))).toEqual(
      [],
    )
  })

  test('is in the sitemap, unless the site is a sample or has no address yet', () => {
    const { origin } = siteAddress(root)
    const isListed = origin !== undefined && !profile().sample
    expect(files.includes(join(out, 'sitemap.xml'))).toBe(isListed)
    const sitemap = isListed ? read('sitemap.xml') : ''
    expect(written.filter(({ href }) => sitemap.includes(`<loc>${origin ?? ''}${basePath}${href}</loc>`))).toHaveLength(
      isListed ? written.length : 0,
    )
  })
})

describe('what is not public', () => {
  const { documents } = checkProject(root)
  const hidden = documents.filter((it) => visibilityOn(todayInUtc(), it.schedule) !== 'public')
  const asPrinted = (text: string) => [text, text.replaceAll('&', '&amp;'), JSON.stringify(text).slice(1, -1)]

  test.each(hidden.map((it) => [it.path, it] as const))(
    '%s is nowhere in the site: neither its title nor its address',
    (_, { href, yaml }) => {
      const title = String((yaml?.value as { title?: unknown } | undefined)?.title)
      const isLeft = (text: string) =>
        asPrinted(title).some((it) => text.includes(it)) || (!href.includes('#') && text.includes(href))
      expect(files.filter((it) => isLeft(readFileSync(it, 'utf8')))).toEqual([])
    },
  )

  test('would be seen: every public title is found by the same search', () => {
    const printed = files.filter((it) => it.endsWith('.html')).map((it) => readFileSync(it, 'utf8'))
    const unseen = written.filter(
      ({ fields }) => !printed.some((page) => asPrinted(fields.title).some((it) => page.includes(it))),
    )
    expect(unseen.map((it) => it.slug)).toEqual([])
  })
})
