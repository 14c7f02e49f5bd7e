import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteAddress } from '@/lib/cli/site-address'
import { parseHeadersFile } from '@/lib/publish/headers'
import { nginxServer } from '@/lib/publish/hosts/nginx'

const out = join(process.cwd(), 'out')
const port = 4790
const { basePath } = siteAddress(process.cwd())

const binary = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((it) =>
  existsSync(it),
)

/** Debian's package when it is missing; nothing is skipped where it cannot be had. */
function ensureNginx(): string {
  if (binary) return binary
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], { stdio: 'pipe' })
  } catch (error) {
    throw new Error(
      'The host tests need a real nginx: none was found, and none could be installed. Install nginx and run the tests again.',
      { cause: error },
    )
  }
  return '/usr/sbin/nginx'
}

let nginx: ChildProcess | undefined

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const rules = parseHeadersFile(readFileSync(join(out, '_headers'), 'utf8'))
  const server = nginxServer({ rules, basePath, folder: out, listen: `127.0.0.1:${port}` })
  const types =
    'types { text/html html; text/css css; application/javascript js; image/svg+xml svg; font/woff2 woff2; image/png png; text/xml xml; application/json json; text/plain txt; }'
  const user = process.getuid?.() === 0 ? 'user root;\n' : ''
  const file = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${folder}/${it};`).join(' ')
  writeFileSync(
    file,
    `${user}daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;\nevents {}\nhttp { ${types} default_type application/octet-stream; access_log off; ${temporary}\n${server}}\n`,
  )
  nginx = spawn(ensureNginx(), ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' })
  while (!(await isListening())) await new Promise((resolve) => setTimeout(resolve, 50))
}, 120_000)
afterAll(() => void nginx?.kill())

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: Buffer }

/** A raw request: what a client library would tidy up in the address has to reach the server as it is. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: basePath + path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })

const font = `/assets/${readdirSync(join(out, 'assets')).find((it) => it.endsWith('.woff2')) ?? ''}`

describe('a real nginx with the generated configuration', () => {
  it('serves pages with the policy and without lasting caching', async () => {
    const { status, headers, body } = await get('/writing/')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(body.equals(readFileSync(join(out, 'writing', 'index.html')))).toBe(true)
  })

  it('serves hashed files to be kept for ever, with all other headers too', async () => {
    const { headers } = await get(font)
    expect(headers['content-type']).toBe('font/woff2')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('sends the precompressed file to who takes it', async () => {
    const { headers, body } = await get('/writing/', { 'Accept-Encoding': 'gzip' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(gunzipSync(body).equals(readFileSync(join(out, 'writing', 'index.html')))).toBe(true)
  })

  it('answers ranges, and an unchanged page with 304', async () => {
    const part = await get(font, { Range: 'bytes=0-9' })
    expect([part.status, part.body.length]).toEqual([206, 10])
    const { headers } = await get('/writing/')
    expect((await get('/writing/', { 'If-None-Match': String(headers.etag) })).status).toBe(304)
  })

  it('leads an address without its slash to the page', async () => {
    const { status, headers } = await get('/writing')
    expect([status, headers.location]).toEqual([301, `${basePath}/writing/`])
  })

  it('has a real 404 with the policy, and keeps the hosts own files to itself', async () => {
    for (const path of ['/nothing/here/', '/assets/nothing.js', '/_headers']) {
      const { status, headers, body } = await get(path)
      expect([path, status]).toEqual([path, 404])
      expect(headers['content-security-policy'], path).toBeDefined()
      expect(body.toString()).toContain('There is no entry at this address')
    }
  })

  it('lets nobody climb out of its folder', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../package.json',
      '/assets..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
    ]) {
      const { status, body } = await get(path)
      expect([path, status >= 400]).toEqual([path, true])
      expect(body.toString()).not.toContain('devDependencies')
    }
  })

  it('only reads', async () => {
    expect((await get('/writing/', {}, 'POST')).status).toBeGreaterThanOrEqual(400)
  })
})
