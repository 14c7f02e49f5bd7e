import { describe, expect, it } from 'vitest'
import { atomFeed, escapeXml, feedContent, jsonFeed, robots, rssFeed, sitemap } from '@/lib/publish/feeds'
import { structuredData } from '@/lib/publish/page-tags'
import type { SiteFacts } from '@/lib/publish/site-facts'

const writing = {
  href: '/writing/queues/',
  title: 'Queues & <locks>',
  summary: 'What a queue is for.',
  date: '2025-03-01',
  updated: '2025-04-02',
}
const facts: SiteFacts = {
  origin: 'https://example.com',
  basePath: '/portfolio',
  person: { name: 'Robin Sample', role: 'Software engineer', statement: 'I build.', links: [] },
  writings: [writing],
  questions: [{ title: 'Why?', answer: 'Because.' }],
  changed: new Map([['/writing/queues/', '2025-04-02']]),
}
const page =
  '<!doctype html><body><div class="prose"><p class="x">a <a href="/portfolio/faq/#b">b</a> <a href="#c">c</a></p><script>x()</script></div>'

describe('the feeds', () => {
  const content = feedContent(page, writing.href, facts)
  const items = [{ ...writing, content }]

  it('carry the whole text with whole addresses and no script', () => {
    expect(content).toBe(
      '<p>a <a href="https://example.com/portfolio/faq/#b">b</a> <a href="https://example.com/portfolio/writing/queues/#c">c</a></p>',
    )
  })

  it('name the day of the change in Atom and the day of publication in RSS', () => {
    expect(atomFeed(items, facts)).toContain('<published>2025-03-01T00:00:00Z</published><updated>2025-04-02T00:00:00Z</updated>')
    expect(rssFeed(items, facts)).toContain('<pubDate>Sat, 01 Mar 2025 00:00:00 GMT</pubDate>')
  })

  it('escape what XML would take for its own', () => {
    expect(atomFeed(items, facts)).toContain('<title>Queues &amp; &lt;locks&gt;</title>')
    expect(escapeXml('a\u0000b')).toBe('ab')
  })

  it('are the same in JSON', () => {
    const feed = JSON.parse(jsonFeed(items, facts)) as { items: { url: string; content_html: string }[] }
    expect(feed.items).toMatchObject([{ url: 'https://example.com/portfolio/writing/queues/', content_html: content }])
  })
})

it('the sitemap says when content changed, and nothing where that is not known', () => {
  expect(sitemap(['/writing/queues/', '/lab/'], facts)).toContain(
    '<url><loc>https://example.com/portfolio/writing/queues/</loc><lastmod>2025-04-02</lastmod></url><url><loc>https://example.com/portfolio/lab/</loc></url>',
  )
  expect(robots(facts, true)).toContain('Sitemap: https://example.com/portfolio/sitemap.xml')
  expect(robots(facts, false)).not.toContain('Sitemap')
})

it('data for machines tells of the person, an article and the questions', () => {
  expect(structuredData('/', facts)).toMatchObject({ mainEntity: { '@type': 'Person', name: 'Robin Sample' } })
  expect(structuredData('/writing/queues/', facts)).toMatchObject({ '@type': 'BlogPosting', dateModified: '2025-04-02' })
  expect(structuredData('/faq/', facts)).toMatchObject({ mainEntity: [{ name: 'Why?', acceptedAnswer: { text: 'Because.' } }] })
  expect(structuredData('/lab/', facts)).toBeUndefined()
})
