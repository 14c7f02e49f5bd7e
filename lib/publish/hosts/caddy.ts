import { contentTypes, textTypes } from '@/lib/publish/content-types'
import { askAgain } from '@/lib/publish/headers'
import { hostFiles, type Serving } from '@/lib/publish/serving'

export type CaddyOptions = {
  /** The folder that holds the site. */
  readonly folder: string
  /** A host name, for which Caddy gets a certificate by itself, or an address such as `http://127.0.0.1:8080`. */
  readonly address: string
  /** Options for the whole server, such as `admin off`. */
  readonly global?: readonly string[]
}

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function headerBlocks({ basePath, rules }: Serving): string {
  const blocks = rules.map(({ pattern, headers }) => {
    const where = pattern === '/*' ? '*' : basePath + pattern
    return `header ${where} {\n${Object.entries(headers)
      .map(([name, value]) => `\t\t${name} ${quoted(value)}`)
      .join('\n')}\n\t}`
  })
  // From the widest to the narrowest, so that a folder's own caching is sent. A block that takes a header away runs last.
  const all = ['header -Server', `header Cache-Control ${quoted(askAgain)}`, ...blocks]
  return all.map((it) => `\t${it}\n`).join('')
}

/** By the ending, since Caddy else asks the system it runs on. */
function typeHeaders(): string {
  const isText = new Set(textTypes)
  return Object.entries(contentTypes)
    .map(([extension, type]) => {
      const whole = isText.has(type) ? `${type}; charset=utf-8` : type
      return `\theader *.${extension} Content-Type ${quoted(whole)}\n`
    })
    .join('')
}

function redirectLines({ basePath, redirects }: Serving): string {
  return redirects
    .flatMap(({ from, to, status }) => {
      const addresses = from.endsWith('/') ? [from, from.slice(0, -1)] : [from]
      return addresses.map((it) => `\tredir ${basePath}${it} ${basePath}${to} ${status}\n`)
    })
    .join('')
}

/** The site as a Caddyfile. Caddy sorts directives, the narrowest path first; inside `route` they keep our order. */
export function caddyfile(serving: Serving, { folder, address, global = [] }: CaddyOptions): string {
  const { basePath } = serving
  const hidden = hostFiles.flatMap((it) => [it, `${it}.br`, `${it}.gz`]).map((it) => `${folder}/${it}`)
  const below = basePath ? `\tredir ${basePath} ${basePath}/ 301\n` : ''
  // What file_server of some versions lets through: other methods, and a name that the system refuses with a fault.
  const refusals = `\t@writing not method GET HEAD
	header @writing Allow "GET, HEAD"
	respond @writing 405
	@impossible path_regexp \\x00
	error @impossible 404
`
  const inRoute = `${headerBlocks(serving)}${refusals}${typeHeaders()}${below}${redirectLines(serving)}	handle_path ${basePath}/* {
		file_server {
			precompressed br gzip
			hide ${hidden.join(' ')}
		}
	}
	error 404
`
  return `${global.length > 0 ? `{\n${global.map((it) => `\t${it}\n`).join('')}}\n` : ''}${address} {
	root * ${folder}
	route {
${inRoute.replace(/^(?=.)/gm, '\t')}	}
	handle_errors {
		header Cache-Control ${quoted(askAgain)}
		header Content-Type "text/html; charset=utf-8"
		rewrite * /404.html
		file_server
	}
}
`
}
