import { describe, expect, it } from 'vitest'
import { changePage } from '@/lib/publish/finish-pages'
import { printHtml } from '@/lib/publish/html'
import { PublishError, type Site } from '@/lib/publish/site'
import { summon } from '@/lib/publish/summon'

const early = 'document.documentElement.dataset.theme="ink"'

const site = (over: Partial<Site> = {}): Site => ({
  folders: { exported: '', next: '', staged: '', compressed: '', out: '' },
  basePath: '',
  assets: new Map([['/_next/static/chunks/a.css', '/assets/site-1.css']]),
  scripts: {
    early,
    speculation: '{}',
    enhance: { file: 'enhance-1.js' },
    islands: summon('islands-1.js', ''),
    islandNames: ['retry-amplification'],
    islandFiles: {},
    libraryFiles: [],
  },
  styles: { inlineFor: () => undefined, facesOf: () => [] },
  ...over,
})

/** What Next 16 exports, shortened: its scripts in the head and at the end, payload inline, marks of React about. */
const exported = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="preconnect" href="/" crossorigin=""/>` +
  `<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>` +
  `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>` +
  `<script src="/_next/static/chunks/b.js" async=""></script>${head}<title>T</title></head>` +
  `<body><div hidden=""><!--$--><!--/$--></div>${body}<!--$--><!--/$-->` +
  `<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>` +
  `<script>self.__next_f.push([1,"payload"])</script></body></html>`

const finish = (body: string, over: Partial<Site> = {}) =>
  printHtml(changePage('a/index.html', exported(body), site(over)).document)

describe('a finished page', () => {
  it('keeps what the reader reads and nothing of the framework', () => {
    const page = finish('<main><p>9<!-- --> min</p></main>')
    expect(page).toContain('<main><p>9 min</p></main>')
    expect(page).not.toMatch(/_next|__next_f|TURBOPACK|data-precedence|<!--|hidden/)
  })

  it('links its style sheet by content and its enhancements, and no island loader without an island', () => {
    const page = finish('<p>text</p>')
    expect(page).toContain('<link rel="stylesheet" href="/assets/site-1.css">')
    expect(page).toContain('<script type="module" src="/assets/enhance-1.js"></script>')
    expect(page).not.toContain('islands-1.js')
  })

  it('fetches the island loader where an island stands, and leaves the marks that React hydrates by', () => {
    const page = finish('<div data-island="retry-amplification" data-props="{}"><p>at worst <!-- -->27</p></div>')
    expect(page).toContain(`<script>${summon('islands-1.js', '').inline}</script>`)
    expect(page).toContain('<p>at worst <!-- -->27</p>')
  })

  it('moves every address of its own below the base path, and no other', () => {
    const page = finish(
      '<a href="/projects/">a</a><a href="#b">b</a><a href="https://example.com/">c</a><a href="//d/">d</a><img src="/e.webp" srcset="/e-1.webp 400w, /e-2.webp 640w">',
      {
        basePath: '/portfolio',
      },
    )
    expect(page).toContain('<img src="/portfolio/e.webp" srcset="/portfolio/e-1.webp 400w, /portfolio/e-2.webp 640w">')
    expect(page).toContain('href="/portfolio/projects/"')
    expect(page).toContain('href="/portfolio/assets/site-1.css"')
    expect(page).toContain('href="#b"')
    expect(page).toContain('href="https://example.com/"')
    expect(page).toContain('href="//d/"')
  })

  it('states its policy right behind the encoding, with the hashes of its inline scripts', () => {
    const page = finish('<p>text</p>')
    expect(page).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*'sha256-[A-Za-z0-9+/]{43}='/,
    )
    expect(page.indexOf(early)).toBeGreaterThan(page.indexOf('Content-Security-Policy'))
    expect(page).not.toMatch(/unsafe|https?:\/\//)
  })

  describe('with styles of its own', () => {
    const styles = { inlineFor: () => ({ opening: ['.bar{}'], rest: ['.a>b{}', 'i{}'] }), facesOf: () => [] }

    it('has those of its opening in the head and all others after the opening, each known to the policy', () => {
      const page = finish('<main><article><header><h1>T</h1></header><p>text</p></article></main>', { styles })
      expect(page).toMatch(/<style>\.bar\{\}<\/style>.*<\/head>/)
      expect(page).toContain('</header><div hidden=""><svg><style>.a&gt;b{}</style><style>i{}</style></svg></div><p>text</p>')
      expect(page.match(/style-src[^;]*/)?.[0].match(/sha256-/g)).toHaveLength(3)
      expect(page).not.toContain('rel="stylesheet"')
    })

    it('is painted once the opening is there', () => {
      const page = finish('<main><header><h1>T</h1></header><header>another</header></main>', { styles })
      expect(page).toContain('<link rel="expect" href="#_opening" blocking="render">')
      expect(page).toContain('<header id="_opening"><h1>T</h1></header><div hidden=""><svg>')
      expect(finish('<main><header id="top">T</header></main>')).toContain('<link rel="expect" href="#top" blocking="render">')
    })

    it('has all of them in the head where nothing opens it', () => {
      const page = finish('<main><p>text</p></main>', { styles })
      expect(page).toMatch(/<style>\.bar\{\}<\/style><style>\.a>b\{\}<\/style><style>i\{\}<\/style>.*<\/head>/)
      expect(page).not.toMatch(/<svg>|rel="expect"/)
    })
  })

  it('has its scripts after the content and before the foot, which is last', () => {
    const page = finish('<main><div data-island="retry-amplification"></div></main><footer>foot</footer>')
    const between = page.slice(page.indexOf('</main>'), page.indexOf('<footer>'))
    expect(between).toContain('<script type="module"')
    expect(between).toContain('<script type="speculationrules"')
    expect(between).toContain(summon('islands-1.js', '').inline)
    expect(page).toMatch(/<footer>foot<\/footer><\/body>/)
  })

  it('keeps data for machines', () => {
    const data = '<script type="application/ld+json">{"@type":"Person"}</script>'
    expect(finish(data)).toContain(data)
  })
})

describe('what publishing cannot vouch for fails the build', () => {
  const refused = (body: string) => expect(() => finish(body))

  it('an unfinished Suspense boundary', () => {
    refused('<!--$?--><template id="B:0"></template><p>loading</p><!--/$-->').toThrow(/unfinished Suspense boundary/)
    refused('<template id="P:1"></template>').toThrow(PublishError)
  })

  it('an island that is not there', () => {
    refused('<div data-island="flux-capacitor" data-props="{}"></div>').toThrow(/island "flux-capacitor", but there is no/)
  })

  it('a style attribute, a style element, an inline handler', () => {
    refused('<p style="color:red">x</p>').toThrow(/<p> has a style attribute/)
    refused('<style>p{}</style>').toThrow(/<style> element/)
    refused('<button onclick="x()">x</button>').toThrow(/<button> has a onclick attribute/)
  })

  it("an address of Next's that was not collected", () => {
    refused('<img src="/_next/static/media/lost.png">').toThrow(/lost\.png, which publishing does not know/)
  })
})
