import { describe, expect, it } from 'vitest'
import { parseHtml } from '@/lib/publish/html'
import { brokenLinks, linksOf, orphans, refuseBrokenLinks } from '@/lib/publish/links'

const page = (path: string, body: string) => linksOf({ path, document: parseHtml(`<!doctype html><title>t</title>${body}`) })

function site(pages: Record<string, string>, files: string[] = [], basePath = '') {
  const all = Object.entries(pages).map(([path, body]) => page(path, body))
  return { pages: all, files: new Set([...Object.keys(pages), ...files]), basePath }
}

describe('a link within the site', () => {
  it('may lead to a page, a file, an anchor, the top, and out of the site', () => {
    const body =
      '<a href="/writing/">a</a><a href="/writing/#b">b</a><a href="#top">c</a><a href="/cv.pdf">d</a><a href="https://example.com/x">e</a><a href="mailto:a@b.c">f</a>'
    expect(
      brokenLinks(site({ 'index.html': body, 'writing/index.html': '<h2 id="b">b</h2><a href="../">home</a>' }, ['cv.pdf'])),
    ).toEqual([])
  })

  it('may carry the state of a figure, which names no element', () => {
    const body = '<a href="/lab/#v=1&s=cold-read">a</a><a href="/lab/#v=1">b</a><a href="/lab/#version">c</a>'
    expect(brokenLinks(site({ 'index.html': body, 'lab/index.html': '' }))).toEqual([
      'index.html links to /lab/#version, but lab/index.html has no element with that id.',
    ])
  })

  it('is broken when its page, picture or anchor is missing', () => {
    const broken = brokenLinks(site({ 'index.html': '<a href="/gone/">a</a><img src="/gone.png"><a href="#gone">c</a>' }))
    expect(broken).toEqual([
      'index.html links to /gone/, which does not exist.',
      'index.html links to /gone.png, which does not exist.',
      'index.html links to #gone, but index.html has no element with that id.',
    ])
  })

  it('is broken when only a redirect would save it', () => {
    const [broken] = brokenLinks(site({ 'index.html': '<a href="/writing">a</a>', 'writing/index.html': '' }))
    expect(broken).toMatch(/with a slash at its end/)
  })

  it('is broken when it forgets the base path', () => {
    const pages = { 'index.html': '<a href="/portfolio/writing/">a</a><a href="/writing/">b</a>', 'writing/index.html': '' }
    expect(brokenLinks(site(pages, [], '/portfolio'))).toEqual(['index.html links to /writing/, which does not exist.'])
  })

  it('fails the build, which names the page and the link', () => {
    expect(() => refuseBrokenLinks(site({ 'index.html': '<a href="/gone/">a</a>' }))).toThrow(
      /1 link leads nowhere:\n {2}index\.html links to \/gone\//,
    )
  })
})

it('a page that only links to itself is an orphan; home and the 404 page need no link', () => {
  const pages = { 'index.html': '<a href="/a/">a</a>', '404.html': '', 'a/index.html': '', 'b/index.html': '<a href="/b/">b</a>' }
  expect(orphans(site(pages))).toEqual(['b/index.html'])
})
