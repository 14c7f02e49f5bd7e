import type { HeaderRule } from '@/lib/publish/headers'

export type NginxOptions = {
  readonly rules: readonly HeaderRule[]
  readonly basePath: string
  /** The folder that holds the site. */
  readonly folder: string
  readonly listen: string
}

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`

/** nginx forgets outer headers where a block sets its own: each block gets the whole list. */
function headersOf(rules: readonly HeaderRule[], pattern: string): string {
  const all = Object.assign(
    {},
    ...rules.filter((it) => pattern.startsWith(it.pattern.slice(0, -1))).map((it) => it.headers),
  ) as Record<string, string>
  return Object.entries(all)
    .map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`)
    .join('\n')
}

/**
 * The site as an nginx server block. Brotli needs a module that Debian ships apart, so only the gzip files are used
 * here; `include` the block where the http block already has its types.
 */
export function nginxServer({ rules, basePath, folder, listen }: NginxOptions): string {
  const pages = headersOf(rules, `${basePath}/`)
  const assets = headersOf(rules, `${basePath}/assets/`)
  const below = basePath ? `  location = ${basePath} { return 301 ${basePath}/; }\n  location / { return 404; }\n` : ''
  return `server {
  listen ${listen};
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types text/html text/css text/plain text/xml application/javascript application/json image/svg+xml;
  gzip_static on;
  gzip_vary on;
  error_page 404 ${basePath}/404.html;
${below}  location ~ ^${basePath}/_(?:headers|redirects)(?:\\.br|\\.gz)?$ { return 404; }
  location ^~ ${basePath}/assets/ {
    alias ${folder}/assets/;
${assets}
  }
  location ${basePath}/ {
    alias ${folder}/;
    index index.html;
    limit_except GET HEAD { deny all; }
${pages}
  }
}
`
}
