import { contentTypes, textTypes } from '@/lib/publish/content-types'
import { headersFor } from '@/lib/publish/headers'
import { hostFiles, type Serving } from '@/lib/publish/serving'

export type NginxOptions = {
  /** The folder that holds the site. */
  readonly folder: string
  readonly listen: string
  /** The name that the server answers to; without, it answers to every one. */
  readonly name?: string | undefined
  /** Whether nginx has the module that sends `.br` files; Debian and Alpine ship it in a package of its own. */
  readonly brotli: boolean
}

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`

/** nginx forgets outer headers where a block sets its own: each block gets the whole list. */
function headersAt(path: string, { rules }: Serving): string {
  const lines = Object.entries(headersFor(path, rules)).map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`)
  return lines.join('\n')
}

const exactly = (path: string, answer: string): string => `  location = ${path} { ${answer} }\n`

function redirectLocations({ basePath, redirects }: Serving): string {
  return redirects
    .map(({ from, to, status }) => {
      const answer = `return ${status} ${basePath}${to};`
      const bare = from.endsWith('/') ? exactly(basePath + from.slice(0, -1), answer) : ''
      return exactly(basePath + from, answer) + bare
    })
    .join('')
}

/** A folder whose files have headers of their own. An unknown file there goes to the 404 page, which has its own again. */
function folderLocations(serving: Serving, folder: string): string {
  return serving.rules
    .map((it) => it.pattern.replace(/\*$/, ''))
    .filter((it) => it !== '/')
    .map((it) => `  location ^~ ${serving.basePath}${it} {\n    alias ${folder}${it};\n${headersAt(it, serving)}\n  }\n`)
    .join('')
}

/** The site as an nginx server block, to be included where the http block already has its types. */
export function nginxServer(serving: Serving, { folder, listen, name = '_', brotli }: NginxOptions): string {
  const { basePath } = serving
  const below = basePath ? `${exactly(basePath, `return 301 ${basePath}/;`)}  location / { return 404; }\n` : ''
  return `server {
  listen ${listen};
  server_name ${name};
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types ${textTypes.filter((it) => it !== 'text/html').join(' ')};
  gzip_static on;
  gzip_vary on;
${brotli ? '  brotli_static on;\n' : ''}  error_page 403 404 =404 ${basePath}/404.html;
${below}  location ~ ^${basePath}/(?:${hostFiles.join('|')})(?:\\.br|\\.gz)?$ { return 404; }
${redirectLocations(serving)}${folderLocations(serving, folder)}  location ${basePath}/ {
    alias ${folder}/;
    index index.html;
${headersAt('/', serving)}
  }
}
`
}

export type WholeNginxOptions = NginxOptions & {
  /** Where nginx may write: it runs without rights to anything else. */
  readonly scratch: string
  /** `load_module` lines and the like, before everything else. */
  readonly first?: string
}

/** A whole configuration, for a container or a test: one process in the foreground, one site. */
export function nginxConfiguration(serving: Serving, { scratch, first = '', ...options }: WholeNginxOptions): string {
  const types = Object.entries(contentTypes).map(([extension, type]) => `    ${type} ${extension};`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${first}daemon off;
pid ${scratch}/nginx.pid;
error_log stderr warn;
worker_processes auto;
events { worker_connections 1024; }
http {
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 65;
${temporary.map((it) => `  ${it}_temp_path ${scratch}/${it};`).join('\n')}

${nginxServer(serving, options).replace(/^(?=.)/gm, '  ')}}
`
}
