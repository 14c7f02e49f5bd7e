import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Server as NetServer } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { contentTypeOf } from '@/lib/publish/content-types'
import { headersFor } from '@/lib/publish/headers'
import { hostFiles, readServing } from '@/lib/publish/serving'

export type ServerOptions = {
  /** Without: as GitHub Pages does it, which sends none of our headers and knows none of our redirects. */
  readonly headers: boolean
  readonly basePath: string
}

const isHostFile = new RegExp(`^/(?:${hostFiles.join('|')})(?:\\.br|\\.gz)?$`)

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Serves `out/` as a good host would: its headers, redirects, precompressed files, clean addresses, ranges, a real 404. */
export function staticServer(out: string, { headers, basePath }: ServerOptions): Server {
  const { rules, redirects } = headers ? readServing(out, basePath) : { rules: [], redirects: [] }
  const moved = new Map(redirects.flatMap((it) => [it.from, it.from.replace(/\/$/, '')].map((from) => [from, it] as const)))
  const headersOf = (path: string) => (headers ? headersFor(path, rules) : {})
  const files = sirv(out, {
    etag: true,
    gzip: true,
    brotli: true,
    extensions: ['html'],
    setHeaders: (response, path) => {
      response.setHeader('Content-Type', contentTypeOf(path.endsWith('/') ? 'index.html' : path))
      for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value)
    },
  })
  const notFound = readFileSync(join(out, '404.html'))
  return createServer((request, response) => {
    const answer404 = () => {
      for (const [name, value] of Object.entries(headersOf('/404.html'))) response.setHeader(name, value)
      response.writeHead(404, { 'Content-Type': contentTypeOf('404.html'), 'Content-Length': notFound.length })
      response.end(request.method === 'HEAD' ? undefined : notFound)
    }
    const lead = (status: number, to: string) => {
      response.writeHead(status, { ...headersOf('/'), Location: basePath + to }).end()
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headersOf('/'), Allow: 'GET, HEAD' }).end()
      return
    }
    const address = request.url ?? '/'
    if (basePath && address.split('?')[0] === basePath) return lead(301, '/')
    if (basePath && !address.startsWith(`${basePath}/`)) return answer404()
    const [path = '/', query] = address.slice(basePath.length).split('?')
    if (isHostFile.test(decoded(path))) return answer404()
    const redirect = moved.get(path)
    if (redirect) return lead(redirect.status, redirect.to)
    // A folder without its slash: relative addresses on its page would mean something else.
    if (/^(?:\/[\w-]+)+$/.test(path) && existsSync(join(out, path, 'index.html')))
      return lead(301, `${path}/${query === undefined ? '' : `?${query}`}`)
    request.url = address.slice(basePath.length)
    files(request, response, answer404)
  })
}

/** Listens on the port asked for or on the next free one. */
export function listen(server: NetServer, wanted: number, last = wanted + 20): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempt = (port: number) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && port < last) attempt(port + 1)
        else reject(error)
      })
      server.listen(port, '127.0.0.1', () => {
        server.removeAllListeners('error')
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    }
    attempt(wanted)
  })
}
