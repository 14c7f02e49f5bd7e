import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { compressPage } from '@/lib/publish/compressed-pages'
import { parseHtml } from '@/lib/publish/html'
import { printWeighed } from '@/lib/publish/page-weight'
import type { Site } from '@/lib/publish/site'
import { summon } from '@/lib/publish/summon'

const site: Site = {
  folders: { exported: '', next: '', staged: '', compressed: '', out: '' },
  basePath: '/portfolio',
  assets: new Map(),
  scripts: {
    early: '',
    speculation: '',
    enhance: { inline: '' },
    islands: summon('islands-1.js', '/portfolio'),
    islandNames: ['x'],
    islandFiles: { x: ['x-1.js', 'react-1.js'] },
    libraryFiles: ['react-1.js'],
  },
  styles: { inlineFor: () => undefined, facesOf: () => [] },
}
const sizes: Record<string, number> = {
  '/assets/a.js': 1000,
  '/assets/a.css': 2000,
  '/assets/a.png': 3000,
  '/assets/x-1.js': 4000,
  '/assets/islands-1.js': 500,
  '/assets/react-1.js': 60_000,
}

async function weigh(body: string) {
  const page = { path: 'a/index.html', document: parseHtml(`<!doctype html><html lang="en"><title>t</title>${body}</html>`) }
  return printWeighed(page, site, (address) => sizes[address] ?? 0, compressPage)
}

it('a page weighs itself and what it asks for at once, each file one time', async () => {
  const { weight } = await weigh(
    '<link rel="stylesheet" href="/portfolio/assets/a.css"><script src="/portfolio/assets/a.js"></script>' +
      '<img src="/portfolio/assets/a.png"><img src="/portfolio/assets/a.png"><img loading="lazy" src="/portfolio/assets/late.png">',
  )
  expect(weight.requests).toBe(4)
  expect(weight.parts.filter((it) => it.kind !== 'html').map((it) => it.bytes)).toEqual([2000, 1000, 3000])
  expect(weight.script).toBe(1000)
})

it('a script that an inline script fetches is counted like one that is linked', async () => {
  const { weight } = await weigh(`<script>${site.scripts.islands.inline}</script>`)
  expect(weight.parts.filter((it) => it.kind !== 'html')).toEqual([{ what: '/assets/islands-1.js', kind: 'script', bytes: 500 }])
})

it('the foot says what the finished page weighs, the saying itself included', async () => {
  const words = Array.from({ length: 4000 }, (_, index) => (index * 7919).toString(36)).join(' ')
  const { html, brotli, weight } = await weigh(`<p>${words}</p><footer><span data-page-weight=""></span></footer>`)
  expect(brotliDecompressSync(brotli).toString()).toBe(html)
  expect(weight.total).toBe(brotli.length)
  const [, said] =
    /<span data-page-weight="">This page: ([\d.]+) KB in 1 request, 0\.0 KB of it script\.<\/span>/.exec(html) ?? []
  expect(Math.abs(Number(said) * 1024 - brotli.length) / brotli.length).toBeLessThan(0.01)
})

it('a page without such a foot is printed whole', async () => {
  const { html, brotli } = await weigh('<p>text</p>')
  expect(html).toContain('<p>text</p></body></html>')
  expect(brotliDecompressSync(brotli).toString()).toBe(html)
})

it('a figure that wakes later is told apart', async () => {
  const { html, weight } = await weigh('<div data-island="x"></div><span data-page-weight></span>')
  expect(weight.islands).toBe(64_000)
  expect(html).toContain('Figures bring 62.5 KB more when they come into view.')
})
