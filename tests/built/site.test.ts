import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pageKinds } from '@/lib/cli/page-kinds'
import { attribute, elements, only, parseHtml, textOf } from '@/lib/publish/html'

const out = join(process.cwd(), 'out')
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile())
  .map((it) => relative(out, join(it.parentPath, it.name)).replaceAll('\\', '/'))
const pages = files.filter((it) => it.endsWith('.html'))
const read = (file: string) => readFileSync(join(out, file), 'utf8')

describe('the built site', () => {
  it('has a page of each kind', () => {
    const expected = Object.values(pageKinds).map((it) => it.slice(1).replace(/(?:^|\/)$/, (end) => `${end}index.html`))
    expect(pages).toEqual(expect.arrayContaining(expected))
  })

  it("holds nothing of Next's runtime and none of its payload files", () => {
    expect(
      files.filter(
        (it) => /_next|__next|_not-found/.test(it) || (it.endsWith('.txt') && pages.includes(it.replace(/\.txt$/, '.html'))),
      ),
    ).toEqual([])
  })

  it('has a brotli and a gzip file beside each text', () => {
    const texts = files.filter((it) => /\.(?:html|css|js|svg)$/.test(it))
    expect(texts.filter((it) => !files.includes(`${it}.br`) || !files.includes(`${it}.gz`))).toEqual([])
  })
})

describe.each(pages)('%s', (page) => {
  const document = parseHtml(read(page))
  const all = elements(document)

  it('has one title, one h1, a language and one main', () => {
    // Drawings have titles of their own.
    const titles = elements(only(document, 'head')).filter((it) => it.tagName === 'title')
    expect(titles.map(textOf)).toEqual([expect.stringMatching(/\S/)])
    expect(all.filter((it) => it.tagName === 'h1')).toHaveLength(1)
    expect(all.filter((it) => it.tagName === 'main')).toHaveLength(1)
    expect(
      attribute(
        all.find((it) => it.tagName === 'html')!,
        'lang',
      ),
    ).toBe('en-GB')
  })

  it('skips no level of heading', () => {
    const levels = all
      .map((it) => /^h([1-6])$/.exec(it.tagName)?.[1])
      .filter((it) => it !== undefined)
      .map(Number)
    const jumps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
  })

  it('gives each id once', () => {
    const ids = all.map((it) => attribute(it, 'id')).filter((it) => it !== undefined)
    expect(ids.filter((it, at) => ids.indexOf(it) !== at)).toEqual([])
  })

  it('runs at most 6 KB of script unless an island stands on it, and only its own', () => {
    const scripts = all.filter((it) => it.tagName === 'script' && attribute(it, 'src'))
    const addresses = scripts.map((it) => attribute(it, 'src') ?? '')
    expect(addresses.filter((it) => !/^(?:\/[\w-]+)*\/assets\/[\w-]+\.js$/.test(it))).toEqual([])
    const size = addresses.reduce((sum, it) => sum + gzipSync(read(it.slice(it.indexOf('assets/')))).length, 0)
    expect(size).toBeLessThanOrEqual(6 * 1024)
  })
})
