import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elements, parseHtml } from '@/lib/publish/html'
import { readSections } from '@/lib/publish/read-sections'
import { buildIndex, type IndexedPage } from '@/lib/search/build-index'
import { find } from '@/lib/search/find'
import { packPlaces, type Place, shardsFor, unpackPlaces } from '@/lib/search/index-files'
import { quote } from '@/lib/search/quote'
import { wordsOf } from '@/lib/search/words'

const page = (href: string, title: string, sections: [string, string][], summary = ''): IndexedPage => ({
  href,
  title,
  kind: 'Article',
  summary,
  sections: sections.map(([heading, text], at) => ({ id: at === 0 ? '' : `s${at}`, heading, text })),
})

const pages = [
  page('a/', 'Payment webhooks', [
    ['', 'Events arrive twice.'],
    ['Idempotency', 'A key makes a repeated event harmless.'],
    ['Queues', 'The work waits in a queue.'],
  ]),
  page('b/', 'Idempotent APIs', [['', 'Six strategies; each payment carries a key.']]),
  page('c/', 'Rack middleware', [['', 'Nothing about the other two, except one idempotency remark.']]),
]

const ask = (question: string, of: readonly IndexedPage[] = pages) => {
  const index = buildIndex(of)
  return find(wordsOf(question), index.pages, index.shards).map((it) => ({ ...it, href: of[it.page]?.href }))
}

describe('search', () => {
  it('finds the pages that hold every word, the one that is about it first', () => {
    expect(ask('idempotent').map((it) => it.href)).toEqual(['b/'])
    expect(ask('idempotency').map((it) => it.href)).toEqual(['a/', 'c/'])
    expect(ask('payment key').map((it) => it.href)).toEqual(['a/', 'b/'])
    expect(ask('payment middleware')).toEqual([])
  })

  it('names the section that holds most of what was asked', () => {
    expect(ask('idempotency key')[0]?.sections[0]).toBe(1)
    expect(ask('queue')[0]?.sections).toEqual([2])
  })

  it('takes a plural for its singular, accents for plain letters, and the beginning of a word for the word', () => {
    expect(ask('queues').map((it) => it.href)).toEqual(ask('queue').map((it) => it.href))
    expect(wordsOf('Café retries indexes access')).toEqual(['cafe', 'retry', 'index', 'access'])
    expect(ask('middlew').map((it) => it.href)).toEqual(['c/'])
  })

  it('prefers the whole word to a longer one that begins with it', () => {
    const two = [page('long/', 'Cached', [['', 'x']]), page('exact/', 'Cache', [['', 'x']])]
    expect(ask('cache', two).map((it) => it.href)).toEqual(['exact/', 'long/'])
  })

  it('answers nothing with nothing', () => {
    expect(ask('')).toEqual([])
    expect(ask('the of and')).toEqual([])
  })

  it('finds each word of each page, however the words are spread over files', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }), (texts) => {
        const many = texts.map((words, at) => page(`${at}/`, `Page ${at}`, [['', words.join(' ')]]))
        for (const [at, words] of texts.entries())
          for (const asked of words.flatMap(wordsOf)) expect(ask(asked, many).map((it) => it.page)).toContain(at)
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('splits a file of words that grows too large, and still knows where to look', () => {
    const words = Array.from({ length: 9000 }, (_, at) => `a${(at * 7919).toString(36)}x`)
    const { pages: of, shards } = buildIndex([page('a/', 'T', [['', words.join(' ')]])])
    expect(of.shards.length).toBeGreaterThan(5)
    expect(Math.max(...[...shards.values()].map((it) => JSON.stringify(it).length))).toBeLessThan(40 * 1024)
    for (const it of words) expect(shardsFor(it, of.shards).some((shard) => it in (shards.get(shard) ?? {}))).toBe(true)
  })
})

describe('places in an index file', () => {
  it('are the same after packing and unpacking', () => {
    const place = fc.record({ section: fc.nat(1e6), weight: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: (it) => it.section }), (places: Place[]) => {
        expect(unpackPlaces(packPlaces(places))).toEqual(places.toSorted((a, b) => a.section - b.section))
      }),
      { seed: 3 },
    )
  })
})

describe('a quotation', () => {
  const text = `${'Before. '.repeat(40)}A retry is safe when its author need not know. ${'After. '.repeat(40)}`

  it('stands around what was asked for, marks it, and begins and ends with a whole word', () => {
    const pieces = quote(text, wordsOf('retries author'))
    expect(pieces.filter((it) => it.marked).map((it) => it.text)).toEqual(['retry', 'author'])
    expect(pieces.map((it) => it.text).join('')).toMatch(/^… Before\..*After\. …$/)
  })

  it('loses no character of the stretch that it shows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (any, asked) => {
        const shown = quote(any, wordsOf(asked))
          .map((it) => it.text)
          .join('')
        expect(any).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
      }),
      { seed: 5 },
    )
  })
})

describe('what of a page is searched', () => {
  const main = (html: string) => {
    const found = elements(parseHtml(`<main>${html}</main>`)).find((it) => it.tagName === 'main')
    if (!found) throw new Error('no main')
    return readSections(found)
  }

  it('is its text by headings that can be linked to, without ways through the site', () => {
    expect(
      main('<nav>Contents</nav><p>One <b>t</b>wo</p><h2 id="a">A <i>b</i></h2><p>Three</p><h3>No id</h3><p>four</p>'),
    ).toEqual([
      { id: '', heading: '', text: 'One two', also: '' },
      { id: 'a', heading: 'A b', text: 'Three No id four', also: '' },
    ])
  })

  it('keeps code and legends out of quotations, and finds them all the same', () => {
    const sections = main('<p>Prose</p><pre><code>const retry = 1</code></pre><figure><figcaption>Legend</figcaption></figure>')
    expect(sections).toEqual([{ id: '', heading: '', text: 'Prose', also: 'const retry = 1 Legend' }])
    const { sections: _, ...head } = page('a/', 'T', [])
    expect(ask('legend', [{ ...head, sections }]).map((it) => it.href)).toEqual(['a/'])
  })
})
