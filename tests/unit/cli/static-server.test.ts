import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, staticServer } from '@/lib/cli/static-server'
import { headerRules, printHeadersFile } from '@/lib/publish/headers'
import { printRedirectsFile } from '@/lib/publish/redirects'

const page = '<!doctype html><title>writing</title>'.padEnd(400, ' ')
let server: Server
let port: number

beforeAll(async () => {
  const out = mkdtempSync(join(tmpdir(), 'out-'))
  mkdirSync(join(out, 'writing'))
  mkdirSync(join(out, 'assets'))
  writeFileSync(join(out, '_headers'), printHeadersFile(headerRules({ scripts: [], styles: [] }, '')))
  writeFileSync(join(out, '_redirects'), printRedirectsFile([{ from: '/notes/', to: '/writing/', status: 301 }], ''))
  writeFileSync(join(out, '404.html'), 'not here')
  writeFileSync(join(out, 'index.html'), 'home')
  writeFileSync(join(out, 'writing', 'index.html'), page)
  writeFileSync(join(out, 'writing', 'index.html.br'), brotliCompressSync(page))
  writeFileSync(join(out, 'assets', 'a-1.css'), 'p{}')
  writeFileSync(join(out, '..', 'secret.txt'), 'secret')
  server = staticServer(out, { headers: true, basePath: '' })
  port = await listen(server, 0)
})
afterAll(() => server.close())

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer }

/** Node's own request, because fetch would tidy up the path before sending it. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('the server of npm start', () => {
  it('answers a clean address with the page, its type and its headers', async () => {
    const { status, headers, body } = await get('/writing/')
    expect([status, body.toString()]).toEqual([200, page])
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('leads an address without its slash to the page, its question kept, and a former one to the new', async () => {
    const { status, headers } = await get('/writing?q=1')
    expect([status, headers.location]).toEqual([301, '/writing/?q=1'])
    for (const path of ['/notes/', '/notes']) expect((await get(path)).headers.location).toBe('/writing/')
  })

  it('sends the precompressed file to who can read it, and says that it depends', async () => {
    const { headers, body } = await get('/writing/', { 'accept-encoding': 'br, gzip' })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(brotliDecompressSync(body).toString()).toBe(page)
  })

  it('answers an unchanged page with 304 and a range with 206', async () => {
    const { headers } = await get('/writing/')
    expect((await get('/writing/', { 'if-none-match': String(headers.etag) })).status).toBe(304)
    const part = await get('/writing/', { range: 'bytes=0-3' })
    expect([part.status, part.body.toString()]).toEqual([206, page.slice(0, 4)])
  })

  it('caches hashed files for ever', async () => {
    expect((await get('/assets/a-1.css')).headers['cache-control']).toContain('immutable')
  })

  it('answers what is not there with the 404 page and status', async () => {
    const { status, body } = await get('/nothing/')
    expect([status, body.toString()]).toEqual([404, 'not here'])
    expect((await get('/nothing/', {}, 'HEAD')).body.length).toBe(0)
  })

  it('never leaves its folder and never shows the files that are meant for hosts', async () => {
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/_headers',
      '/%00',
      '/%',
    ])
      expect((await get(path)).body.toString(), path).not.toMatch(/secret|Content-Security/)
  })

  it('takes no other method', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

it('a taken port leads to the next free one', async () => {
  const first = createServer()
  const taken = await listen(first, 0)
  const second = createServer()
  expect(await listen(second, taken)).toBeGreaterThan(taken)
  first.close()
  second.close()
})
