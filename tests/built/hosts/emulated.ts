import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { listen } from '@/lib/cli/static-server'
import type { Running } from './expectations'

export type Emulated = {
  readonly status: number
  /** The file that is sent, below the folder that was uploaded. */
  readonly file?: string
  readonly location?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Types by the ending, as these hosts have them; ours are not asked, since we could not tell them. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'application/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

export type Lookup = {
  readonly isFile: (path: string) => boolean
  readonly isFolderWithPage: (path: string) => boolean
}

/**
 * A host that we cannot run, as its documentation describes what it does with addresses and headers. How it compresses,
 * compares tags or cuts ranges is its own affair, which an emulation could only make up.
 */
export async function emulate(
  folder: string,
  answer: (path: string, lookup: Lookup) => Emulated | Promise<Emulated>,
): Promise<Running> {
  const isFile = (path: string) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile()
  const lookup = { isFile, isFolderWithPage: (path: string) => isFile(join(path, 'index.html')) }
  const server = createServer((request, response) => {
    const respond = async () => {
      const { pathname } = new URL(`https://site.invalid${request.url ?? '/'}`)
      const { status, file, location, headers } = await answer(decodeURIComponent(pathname), lookup)
      const type = types[/\.(\w+)$/.exec(file ?? '')?.[1] ?? '']
      response.writeHead(status, {
        ...(type ? { 'content-type': type } : {}),
        ...headers,
        ...(location ? { location } : {}),
      })
      response.end(file === undefined ? '' : readFileSync(join(folder, file)))
    }
    respond().catch(() => response.writeHead(500).end())
  })
  const port = await listen(server, 0)
  return { port, stop: () => void server.close() }
}
