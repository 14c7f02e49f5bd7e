import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isForwarding } from '@/lib/publish/forwarding'
import type { Serving } from '@/lib/publish/serving'
import { type Answer, ask, type Asked } from './ask'
import { font, read, script } from './built'

export type Running = { readonly port: number; readonly stop: () => void | Promise<void> }

/** What a host can do; where one cannot, the expectation says what happens instead. */
export type Traits = {
  /** Sends our headers; else the policy in the page has to do. */
  readonly headers: boolean
  /** Answers a moved address with a status; else with a page that leads on. */
  readonly redirects: boolean
  readonly brotli: boolean
  /** Keeps `_headers` and `_redirects` to itself. */
  readonly hidesHostFiles: boolean
  /** Sends the caching of an existing file with the 404 of a missing one, because its rules go by address alone. */
  readonly cachesMissing: boolean
  /** Has room for the longest policy; else what is said by hash may be left to the policy in the page. */
  readonly wholePolicy: boolean
  /** Adds a missing slash before it looks for a redirect. */
  readonly slashFirst: boolean
  /** Stands for a host that we cannot run: what it does with bytes is not asked, since it would be our own doing. */
  readonly emulated: boolean
}

export const everything: Traits = {
  headers: true,
  redirects: true,
  brotli: true,
  hidesHostFiles: true,
  cachesMissing: false,
  wholePolicy: true,
  slashFirst: false,
  emulated: false,
}

const policies = [
  ['content-security-policy', /object-src 'none'.*frame-ancestors 'none'/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\)/],
  ['referrer-policy', /^strict-origin-when-cross-origin$/],
  ['strict-transport-security', /^max-age=63072000/],
  ['x-content-type-options', /^nosniff$/],
] as const

const climbs = [
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets/../../package.json',
  '/assets..%2f..%2fpackage.json',
  '/assets../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/%00',
]

/** Addresses that a careless redirect to the same address with a slash turns into another host. */
export const elsewhere = ['//example.org', '//writing', '/%2fexample.org', '/\\example.org', '//example.org/%2e%2e']
export const leadsElsewhere = /^(?:[/\\]{2}|https?:(?!\/\/127\.0\.0\.1:))/

/** What every host has to do, asked of each in the same words. */
export function expectOf(name: string, serving: Serving, start: () => Promise<Running>, traits: Traits): void {
  const { basePath } = serving
  describe(`${name}, ${basePath ? `below ${basePath}` : 'at the root'}`, () => {
    let running: Running
    beforeAll(async () => {
      running = await start()
    }, 180_000)
    afterAll(() => running?.stop())
    const get = (path: string, asked?: Asked): Promise<Answer> => ask(running.port, basePath + path, asked)

    /** Some hosts add a slash before they look whether anything is there. */
    const getWithSlash = async (path: string): Promise<Answer> => {
      const first = await get(path)
      const location = decodeURIComponent(first.headers.location ?? '')
      return location === decodeURIComponent(`${basePath}${path}/`) ? get(`${path}/`) : first
    }

    it('serves pages that are asked for anew each time, under the whole policy', async () => {
      for (const [path, file] of [
        ['/', 'index.html'],
        ['/writing/', 'writing/index.html'],
      ] as const) {
        const { status, headers, body } = await get(path)
        expect([path, status]).toEqual([path, 200])
        expect(headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i)
        expect(body.equals(read(file))).toBe(true)
        expect(body.toString()).toContain('http-equiv="Content-Security-Policy"')
        if (!traits.headers) continue
        expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
        for (const [header, value] of policies) expect(headers[header], header).toMatch(value)
        if (traits.wholePolicy)
          expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'strict-dynamic'/)
      }
    })

    it('names each kind of file by its type', async () => {
      const types = { '/feed.json': /json/, '/rss.xml': /xml/, '/robots.txt': /^text\/plain/, '/icon.svg': /^image\/svg\+xml/ }
      for (const [path, type] of Object.entries({ ...types, [`/${script}`]: /javascript/, [`/${font}`]: /^font\/woff2$/ })) {
        const { status, headers } = await get(path)
        expect([path, status]).toEqual([path, 200])
        expect(headers['content-type'], path).toMatch(type)
        if (traits.headers) expect(headers['x-content-type-options'], path).toBe('nosniff')
      }
    })

    it('sends each header once', async () => {
      for (const path of ['/', `/${font}`, '/nothing/']) {
        const { headers } = await get(path)
        expect(headers['cache-control']?.match(/max-age/g)?.length ?? 0, path).toBeLessThanOrEqual(1)
        expect(headers['content-security-policy']?.match(/default-src/g)?.length ?? 0, path).toBeLessThanOrEqual(1)
      }
    })

    it('lets hashed files be kept for ever', async () => {
      const { headers, body } = await get(`/${font}`)
      expect(body.equals(read(font))).toBe(true)
      if (traits.headers) expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    })

    it('leads an address without its slash to the page', async () => {
      const { status, headers } = await get('/writing')
      expect([301, 308]).toContain(status)
      expect(headers.location?.replace(/^https?:\/\/[^/]+/, '')).toBe(`${basePath}/writing/`)
      if (!basePath) return
      const root = await ask(running.port, basePath)
      expect([301, 308, root.headers.location?.replace(/^https?:\/\/[^/]+/, '')]).toContain(root.status)
      expect(root.headers.location).toMatch(new RegExp(`${basePath}/$`))
    })

    it('knows nothing beside its base path', async () => {
      if (basePath) expect((await ask(running.port, '/writing/')).status).toBe(404)
    })

    it('leads every former address on', async () => {
      expect(serving.redirects.length).toBeGreaterThan(0)
      for (const { from, to, status } of serving.redirects) {
        const isPage = from.endsWith('/')
        for (const path of isPage ? [from, from.slice(0, -1)] : [from]) {
          const answer = await get(path)
          if (traits.slashFirst && isPage && path !== from)
            expect([path, answer.status, answer.headers.location]).toEqual([path, 308, basePath + from])
          else if (traits.redirects)
            expect([path, answer.status, answer.headers.location?.replace(/^https?:\/\/[^/]+/, '')]).toEqual([
              path,
              status,
              basePath + to,
            ])
          else if (path.endsWith('/')) expect([path, isForwarding(answer.body.toString())]).toEqual([path, true])
          else expect([path, answer.status]).toEqual([path, isPage ? 301 : 404])
        }
      }
    })

    it('has a real 404, which nobody keeps', async () => {
      for (const path of ['/nothing/here/', '/assets/nothing.js', '/writing/nothing', '/assets/']) {
        const { status, headers, body } = await getWithSlash(path)
        expect([path, status]).toEqual([path, 404])
        expect(body.equals(read('404.html')), path).toBe(true)
        expect(headers['content-type'], path).toMatch(/^text\/html/)
        if (!traits.headers) continue
        expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
        if (!traits.cachesMissing) expect(headers['cache-control'], path).not.toMatch(/immutable/)
      }
    })

    it('keeps what is meant for hosts to itself', async () => {
      for (const path of ['/_headers', '/_redirects', '/%5fheaders'])
        if (traits.hidesHostFiles) expect([path, (await getWithSlash(path)).status]).toEqual([path, 404])
        else expect((await get(path)).headers['content-type'] ?? '', path).not.toMatch(/html/)
    })
    if (traits.emulated) return
    expectOfBytes(get, traits.brotli)

    it('never leads to another site', async () => {
      for (const path of elsewhere)
        for (const whole of [path, basePath + path]) {
          const { status, headers } = await ask(running.port, whole)
          expect([whole, status < 500]).toEqual([whole, true])
          expect(headers.location ?? '/', whole).not.toMatch(leadsElsewhere)
        }
    })
  })
}

/** Compression, tags, ranges, methods and climbing: what a real server does by itself or by our configuration. */
function expectOfBytes(get: (path: string, asked?: Asked) => Promise<Answer>, brotli: boolean): void {
  it('compresses for those who can read it, and says that it depends', async () => {
    const plain = read('writing/index.html')
    const gzipped = await get('/writing/', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(gzipped.headers['content-encoding']).toBe('gzip')
    expect(gzipped.headers.vary).toMatch(/accept-encoding/i)
    expect(gzipped.headers['content-type']).toMatch(/^text\/html/)
    expect(gunzipSync(gzipped.body).equals(plain)).toBe(true)
    const modern = await get('/writing/', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
    expect(modern.headers['content-encoding']).toBe(brotli ? 'br' : 'gzip')
    expect((brotli ? brotliDecompressSync : gunzipSync)(modern.body).equals(plain)).toBe(true)
    expect((await get('/writing/')).headers['content-encoding']).toBeUndefined()
  })

  it('answers an unchanged file with 304 and no body', async () => {
    for (const path of ['/writing/', `/${font}`]) {
      const { headers } = await get(path)
      expect(headers.etag, path).toMatch(/^(?:W\/)?".+"$/)
      const again = await get(path, { headers: { 'If-None-Match': headers.etag ?? '' } })
      expect([path, again.status, again.body.length]).toEqual([path, 304, 0])
      expect((await get(path, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200)
    }
  })

  it('answers ranges', async () => {
    const part = await get(`/${font}`, { headers: { Range: 'bytes=2-9' } })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 2-9/${read(font).length}`])
    expect(part.body.equals(read(font).subarray(2, 10))).toBe(true)
  })

  it('lets nobody climb out of its folder', async () => {
    for (const path of climbs) {
      const { status, body } = await get(path)
      expect([path, status >= 400 && status < 500]).toEqual([path, true])
      expect(body.toString(), path).not.toContain('devDependencies')
    }
  })

  it('answers HEAD like GET without a body, and takes nothing else', async () => {
    const { status, headers, body } = await get('/writing/', { method: 'HEAD' })
    expect([status, body.length]).toEqual([200, 0])
    expect(headers['content-type']).toMatch(/^text\/html/)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect([method, (await get('/writing/', { method })).status >= 400]).toEqual([method, true])
  })
}
