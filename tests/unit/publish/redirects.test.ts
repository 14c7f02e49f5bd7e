import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isForwarding, writeForwardingPages } from '@/lib/publish/forwarding'
import { allRedirects, parseRedirectsFile, printRedirectsFile, type Redirect, shortenedAddresses } from '@/lib/publish/redirects'

const files = new Set(['index.html', 'writing/index.html', 'writing/a/index.html', 'writing/tag/queues/index.html', 'rss.xml'])
const moved: Redirect[] = [{ from: '/notes/a/', to: '/writing/a/', status: 301 }]

describe('redirects', () => {
  it('lead an address that was cut short to the list above it', () => {
    expect(
      shortenedAddresses(['index.html', 'writing/index.html', 'writing/tag/queues/index.html', 'for/x/y/index.html']),
    ).toEqual([
      { from: '/writing/tag/', to: '/writing/', status: 302 },
      { from: '/for/x/', to: '/', status: 302 },
      { from: '/for/', to: '/', status: 302 },
    ])
  })

  it('come from former addresses, from folders without a page and from what readers guess, in one order', () => {
    expect(allRedirects(moved, files).map(({ from, to, status }) => `${from} ${to} ${status}`)).toEqual([
      '/articles/ /writing/ 302',
      '/blog/ /writing/ 302',
      '/feed.xml /rss.xml 302',
      '/index.xml /rss.xml 302',
      '/notes/a/ /writing/a/ 301',
      '/rss/ /rss.xml 302',
      '/writing/tag/ /writing/ 302',
    ])
  })

  it('never stand before a page, and never lead nowhere', () => {
    const odd: Redirect[] = [
      { from: '/writing/', to: '/writing/a/', status: 301 },
      { from: '/old/', to: '/gone/', status: 301 },
      { from: '/kept/', to: '/writing/a/#top', status: 301 },
    ]
    const found = allRedirects(odd, files).map((it) => it.from)
    expect(found).toContain('/kept/')
    expect(found).not.toContain('/writing/')
    expect(found).not.toContain('/old/')
  })

  it('are the same after a round through the file that hosts read, below a base path too', () => {
    const all = allRedirects(moved, files)
    for (const basePath of ['', '/portfolio'])
      expect(parseRedirectsFile(printRedirectsFile(all, basePath), basePath)).toEqual(all)
  })

  it('fail the build when they are more than hosts read', () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ from: `/old-${at}/`, to: '/', status: 301 as const }))
    expect(() => printRedirectsFile(many, '')).toThrow('_redirects has 2004 lines and hosts read 2000')
  })

  it('are pages that forward where a host knows none, with the whole address as the canonical one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forward-'))
    const redirects: Redirect[] = [...moved, { from: '/feed.xml', to: '/rss.xml', status: 302 }]
    await writeForwardingPages(folder, redirects, { origin: 'https://example.org', basePath: '/portfolio' })
    const html = readFileSync(join(folder, 'notes', 'a', 'index.html'), 'utf8')
    expect(isForwarding(html)).toBe(true)
    expect(html).toContain('content="0; url=/portfolio/writing/a/"')
    expect(html).toContain('<a href="/portfolio/writing/a/">')
    expect(html).toContain('<link rel="canonical" href="https://example.org/portfolio/writing/a/">')
    expect(html).toContain('content="noindex"')
  })
})
