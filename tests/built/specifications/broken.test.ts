import { describe, expect, it } from 'vitest'
import { atomProblems } from './atom'
import { rssProblems } from './rss'
import { sitemapProblems } from './sitemap'
import { dataProblems } from './structured-data'

type Broken = readonly [what: string, from: string | RegExp, to: string, problem: string | RegExp]

/** A check that finds nothing wrong in a good text has to find each fault that is put into it. */
function expectFaultsToBeFound(
  name: string,
  good: string,
  problems: (text: string) => string[],
  broken: readonly Broken[],
): void {
  describe(name, () => {
    it('is good as it stands', () => expect(problems(good)).toEqual([]))
    it.each(broken)('is refused with %s', (_, from, to, problem) => {
      const text = good.replace(from, to)
      expect(text).not.toBe(good)
      const found = () => problems(text).join('\n')
      if (problem === 'not well-formed') expect(found).toThrow()
      else expect(found()).toMatch(problem)
    })
  })
}

expectFaultsToBeFound(
  'an Atom feed',
  '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>https://a.example/</id>' +
    '<link rel="self" href="https://a.example/atom.xml"/><updated>2025-01-02T00:00:00Z</updated><author><name>R</name></author>' +
    '<entry><title>E</title><id>https://a.example/e/</id><link href="https://a.example/e/"/><updated>2025-01-02T00:00:00Z</updated>' +
    '<content type="html">&lt;a href="https://a.example/"&gt;a&lt;/a&gt;</content></entry></feed>',
  atomProblems,
  [
    ['a tag that is not closed', '</entry>', '', 'not well-formed'],
    ['a bare ampersand', '>T<', '>T & U<', 'not well-formed'],
    ['a control character', '>T<', '>T\u0001<', 'not well-formed'],
    ['another namespace', '2005/Atom', '2006/Atom', 'no feed of Atom'],
    ['no id', '<id>https://a.example/</id>', '', 'the feed has 0 id'],
    ['two titles', '<title>T</title>', '<title>T</title><title>U</title>', 'the feed has 2 title'],
    [
      'a day in place of a moment',
      '<updated>2025-01-02T00:00:00Z</updated><author>',
      '<updated>2025-01-02</updated><author>',
      'no RFC 3339 moment',
    ],
    ['no author', /<author>.*?<\/author>/, '', 'no author'],
    ['an author without a name', '<name>R</name>', '', 'no single name'],
    ['no link to itself', 'rel="self"', 'rel="via"', 'no single link to itself'],
    ['an id that is a path', '<id>https://a.example/e/</id>', '<id>/e/</id>', 'no absolute IRI'],
    ['a link that is a path', 'link href="https://a.example/e/"', 'link href="/e/"', 'is not whole'],
    ['an entry without a date', '<updated>2025-01-02T00:00:00Z</updated><content', '<content', 'entry 1 has 0 updated'],
    ['content that refers to a path', 'href="https://a.example/"&gt;', 'href="/x/"&gt;', 'its content refers to /x/'],
    ['elements in content that is HTML', '&lt;a href', '<b xmlns="">x</b>&lt;a href', 'holds elements'],
    ['the same entry twice', /<entry>.*<\/entry>/, '$&$&', 'two entries have the id'],
  ],
)

expectFaultsToBeFound(
  'an RSS feed',
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    '<title>T</title><link>https://a.example/</link><description>D</description><language>en-gb</language>' +
    '<lastBuildDate>Sat, 21 Nov 2026 00:00:00 GMT</lastBuildDate><item><title>E</title><link>https://a.example/e/</link>' +
    '<guid isPermaLink="true">https://a.example/e/</guid><pubDate>Thu, 19 Nov 2026 00:00:00 GMT</pubDate>' +
    '<content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item></channel></rss>',
  rssProblems,
  [
    ['a prefix that is not declared', / xmlns:content="[^"]*"/, '', 'not well-formed'],
    ['another version', 'version="2.0"', 'version="0.91"', 'version 2.0'],
    ['no description', '<description>D</description>', '', 'the channel has no description'],
    ['a date as ISO has it', 'Thu, 19 Nov 2026 00:00:00 GMT', '2026-11-19T00:00:00Z', 'no RFC 822 date'],
    ['the wrong weekday', 'Thu, 19', 'Fri, 19', 'no RFC 822 date'],
    ['a day that is in no calendar', 'Thu, 19 Nov', 'Sun, 31 Feb', 'no RFC 822 date'],
    ['a guid that is a path', '"true">https://a.example/e/', '"true">/e/', 'is no address'],
    ['a link that is a path', '<link>https://a.example/e/', '<link>/e/', 'is not whole'],
    ['an item that says nothing', '<title>E</title>', '', 'neither title nor description'],
    ['an element that it does not know', '<title>E</title>', '<title>E</title><updated/>', 'a updated, which RSS'],
    [
      'two dates of one item',
      '<title>E</title>',
      '<title>E</title><pubDate>Thu, 19 Nov 2026 00:00:00 GMT</pubDate>',
      'pubDate more than once',
    ],
    ['content that refers to a path', '&lt;p&gt;', '&lt;img src="/x.png"&gt;', 'refers to /x.png'],
    ['the same item twice', /<item>.*<\/item>/, '$&$&', 'two items have the guid'],
  ],
)

const url = '<url><loc>https://a.example/p/x/</loc><lastmod>2025-04-02</lastmod></url>'
expectFaultsToBeFound(
  'a sitemap',
  `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${url}</urlset>`,
  (text) => sitemapProblems(text, 'https://a.example/p/', '2026-11-21'),
  [
    ['a tag that is not closed', '</url>', '', 'not well-formed'],
    ['no namespace', / xmlns="[^"]*"/, '', 'no urlset'],
    ['no addresses', url, '', 'no address in it'],
    ['a path', 'https://a.example/p/x/', '/p/x/', 'may not be'],
    ['another host', 'https://a.example', 'https://b.example', 'does not lie below'],
    ['a page beside its folder', '/p/x/', '/q/', 'does not lie below'],
    ['an address twice', url, url + url, 'stands in it twice'],
    ['a date as a letter has it', '2025-04-02', '2 April 2025', 'may not be'],
    ['a day that is in no calendar', '2025-04-02', '2025-02-30', 'may not be'],
    ['a change in the future', '2025-04-02', '2027-01-01', 'in the future'],
    ['an element that it does not know', '<lastmod>', '<title>x</title><lastmod>', 'title x may not be'],
    ['more addresses than one may hold', url, url.repeat(50_001), 'more than 50000'],
    ['an address that is too long', '/x/', `/${'x'.repeat(2_050)}/`, 'too long'],
  ],
)

expectFaultsToBeFound(
  'data on an article',
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: 'E',
    datePublished: '2025-03-01',
    dateModified: '2025-04-02',
    author: { '@type': 'Person', name: 'R', url: 'https://a.example/' },
    mainEntityOfPage: 'https://a.example/e/',
  }),
  dataProblems,
  [
    ['half of itself', /.{9}$/, '', 'no JSON'],
    ['another context', 'schema.org', 'schema.com', 'its context'],
    ['another type', 'BlogPosting', 'BlogPost', 'no type that is published'],
    ['no headline', '"headline":"E",', '', 'needs headline'],
    ['a misspelt name', 'dateModified', 'dateModifed', 'has no dateModifed'],
    ['an author in words', /\{"@type":"Person".*?\}/, '"R"', 'is no Person'],
    ['an author without a name', '"name":"R",', '', 'a Person needs name'],
    ['a path in place of an address', 'https://a.example/e/', '/e/', 'mainEntityOfPage is'],
    ['a date in words', '2025-03-01', 'March', 'datePublished is'],
    ['a change before its publication', '2025-04-02', '2024-04-02', 'changed before it was published'],
  ],
)

const question = { '@type': 'Question', name: 'Why?', acceptedAnswer: { '@type': 'Answer', text: 'Because.' } }
expectFaultsToBeFound(
  'data on questions',
  JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity: [question] }),
  dataProblems,
  [
    ['no questions', /\[.*\]/, '[]', 'mainEntity is empty'],
    ['a question without an answer', /,"acceptedAnswer":\{.*?\}/, '', 'needs acceptedAnswer'],
    ['an empty answer', 'Because.', ' ', 'text is'],
  ],
)
