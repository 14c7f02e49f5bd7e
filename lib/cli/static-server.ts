import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { headersFor, parseHeadersFile } from '@/lib/publish/headers'

export type ServerOptions = {
  /** Without: as GitHub Pages does it, which sends none of ours. */
  readonly headers: boolean
  readonly basePath: string
}

/** Serves `out/` as a good host would: its headers, precompressed files, clean addresses, ranges, a real 404. */
export function staticServer(out: string, { headers, basePath }: ServerOptions): Server {
  const rules = headers ? parseHeadersFile(readFileSync(join(out, '_headers'), 'utf8')) : []
  const files = sirv(out, {
    etag: true,
    gzip: true,
    brotli: true,
    extensions: ['html'],
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersFor(basePath + path, rules))) response.setHeader(name, value)
    },
  })
  const notFound = readFileSync(join(out, '404.html'))
  return createServer((request, response) => {
    const answer404 = () => {
      for (const [name, value] of Object.entries(headersFor(`${basePath}/404.html`, rules))) response.setHeader(name, value)
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': notFound.length })
      response.end(request.method === 'HEAD' ? undefined : notFound)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const address = request.url ?? '/'
    if (basePath && address === basePath) {
      response.writeHead(301, { Location: `${basePath}/` }).end()
      return
    }
    if (basePath && !address.startsWith(`${basePath}/`)) return answer404()
    // The hosts' own files are theirs to read, not the reader's.
    const path = address.slice(basePath.length)
    if (/^\/_(?:headers|redirects)(?:\.br|\.gz)?(?:\?|$)/.test(path)) return answer404()
    request.url = path
    files(request, response, answer404)
  })
}

/** Listens on the port asked for or on the next free one. */
export function listen(server: Server, wanted: number, last = wanted + 20): Promise<number> {
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
