import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writePagesFolder, writeUploadFolder } from '@/lib/publish/hosts/upload-folder'
import { vercelConfiguration } from '@/lib/publish/hosts/vercel'
import type { Serving } from '@/lib/publish/serving'
import { out, places } from './built'
import { emulate, type Emulated, type Lookup } from './emulated'
import { everything, expectOf } from './expectations'
import { joinedHeaders, readLines, readRules } from './host-rules'

const temporary = () => mkdtempSync(join(tmpdir(), 'upload-'))
const askAgain = { 'cache-control': 'public, max-age=0, must-revalidate' }
const readIn = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

/** The nearest 404.html on the way up, as Cloudflare Pages looks for it. */
const nearest404 = (path: string, { isFile }: Lookup): string => {
  const folder = dirname(path)
  const page = join(folder, '404.html')
  return isFile(page) || folder === '/' ? page : nearest404(folder, { isFile } as Lookup)
}

/** Follows a rule before it looks for a file; refuses any status but these; leads to the slash, from `.html` to none. */
async function startCloudflare(serving: Serving) {
  const folder = temporary()
  await writePagesFolder(out, folder, serving)
  const rules = readRules(readIn(folder, '_headers'), { rules: 100, line: 2000 })
  const lines = readLines(readIn(folder, '_redirects'), 1000)
    .slice(0, 2000)
    .filter((it) => /^(?:200|301|302|303|307|308)$/.test(it.code))
  const find = (path: string, lookup: Lookup): Emulated => {
    const line = lines.find((it) => it.from === path)
    if (line) return { status: Number(line.code), location: line.to }
    if (['/_headers', '/_redirects'].includes(path)) return { status: 404, file: nearest404(path, lookup) }
    if (path.endsWith('/index.html')) return { status: 308, location: path.replace(/index\.html$/, '') }
    if (path.endsWith('/') && lookup.isFolderWithPage(path)) return { status: 200, file: `${path}index.html` }
    if (lookup.isFile(path)) return { status: 200, file: path }
    if (lookup.isFolderWithPage(path)) return { status: 308, location: `${path}/` }
    return { status: 404, file: nearest404(path, lookup) }
  }
  return emulate(folder, (path, lookup) => ({ ...find(path, lookup), headers: joinedHeaders(path, rules, askAgain) }))
}

const bare = (path: string) => path.replace(/(?<=.)\/$/, '')

/** Takes the first line for an address, with or without its slash; a file comes before a line unless that has a `!`. */
async function startNetlify(serving: Serving) {
  const folder = temporary()
  await writePagesFolder(out, folder, serving)
  const rules = readRules(readIn(folder, '_headers'), { rules: Infinity, line: Infinity })
  const lines = readLines(readIn(folder, '_redirects'), Infinity)
  const find = (path: string, lookup: Lookup): Emulated => {
    const line = lines.find((it) => bare(it.from) === bare(path))
    const follow = (): Emulated => ({ status: Number(line?.code.replace('!', '')), location: line?.to ?? '' })
    if (line?.code.endsWith('!')) return follow()
    if (path.endsWith('/') && lookup.isFolderWithPage(path)) return { status: 200, file: `${path}index.html` }
    if (!['/_headers', '/_redirects'].includes(path) && lookup.isFile(path)) return { status: 200, file: path }
    if (lookup.isFolderWithPage(path)) return { status: 301, location: `${path}/` }
    return line ? follow() : { status: 404, file: '404.html' }
  }
  return emulate(folder, (path, lookup) => ({ ...find(path, lookup), headers: joinedHeaders(path, rules, askAgain) }))
}

type VercelFile = {
  readonly outputDirectory: string
  readonly redirects: readonly { readonly source: string; readonly destination: string; readonly statusCode: number }[]
  readonly headers: readonly {
    readonly source: string
    readonly headers: readonly { readonly key: string; readonly value: string }[]
  }[]
}

/** Adds the slash first, then follows redirects, then looks for a file; of headers with one name the last is sent. */
async function startVercel(serving: Serving) {
  const folder = temporary()
  writeFileSync(join(folder, 'vercel.json'), vercelConfiguration(serving))
  const { outputDirectory, redirects, headers } = JSON.parse(readIn(folder, 'vercel.json')) as VercelFile
  await writeUploadFolder(out, join(folder, outputDirectory), serving)
  const find = (path: string, lookup: Lookup): Emulated => {
    if (/^\/(?:[^/]+\/)*[^/.]+$/.test(path)) return { status: 308, location: `${path}/` }
    const redirect = redirects.find((it) => it.source === path)
    if (redirect) return { status: redirect.statusCode, location: redirect.destination }
    if (path.endsWith('/') && lookup.isFolderWithPage(path)) return { status: 200, file: `${path}index.html` }
    return lookup.isFile(path) ? { status: 200, file: path } : { status: 404, file: '404.html' }
  }
  const headersOf = (path: string) =>
    Object.fromEntries(
      headers
        .filter((it) => new RegExp(`^${it.source}$`).test(path))
        .flatMap((it) => it.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    )
  return emulate(join(folder, outputDirectory), (path, lookup) => ({
    ...find(path, lookup),
    headers: { ...askAgain, ...headersOf(path) },
  }))
}

/** Knows neither headers nor redirects, and serves `_headers` like any other file. The artifact is what lies in `out/`. */
const startGithub = ({ basePath }: Serving) =>
  emulate(out, (path, { isFile, isFolderWithPage }) => {
    const headers = { 'cache-control': 'max-age=600' }
    const missing = { status: 404, file: '404.html', headers }
    if (path === basePath) return { status: 301, location: `${basePath}/` }
    if (!path.startsWith(`${basePath}/`)) return { status: 404 }
    const own = path.slice(basePath.length)
    if (own.endsWith('/')) return isFolderWithPage(own) ? { status: 200, file: `${own}index.html`, headers } : missing
    if (isFile(own)) return { status: 200, file: own, headers }
    if (isFile(`${own}.html`)) return { status: 200, file: `${own}.html`, headers }
    return isFolderWithPage(own) ? { status: 301, location: `${path}/`, headers } : missing
  })

for (const serving of places) {
  const emulated = { ...everything, emulated: true }
  const byAddress = { ...emulated, cachesMissing: true }
  expectOf('Cloudflare Pages, emulated', serving, () => startCloudflare(serving), byAddress)
  expectOf('Netlify, emulated', serving, () => startNetlify(serving), byAddress)
  expectOf('Vercel, emulated', serving, () => startVercel(serving), { ...byAddress, slashFirst: true })
  const nothing = { headers: false, redirects: false, hidesHostFiles: false }
  expectOf('GitHub Pages, emulated', serving, () => startGithub(serving), { ...emulated, ...nothing })
}
