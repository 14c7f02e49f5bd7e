import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { escapeXml } from './feeds'
import type { Redirect } from './redirects'

const policy = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** A page that leads on at once and, where the browser may not do that, by a link. It is in no list and no index. */
function forwardingPage(address: string, origin: string): string {
  const to = escapeXml(address)
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<meta name="robots" content="noindex"><title>This page has moved</title><meta http-equiv="refresh" content="0; url=${to}">` +
    `<link rel="canonical" href="${escapeXml(origin)}${to}"></head>` +
    `<body><main><h1>This page has moved</h1><p><a href="${to}">Go to its new address</a></p></main></body></html>\n`
  )
}

export const isForwarding = (html: string): boolean => html.includes('<meta http-equiv="refresh"')

/**
 * For hosts that know no redirects, such as GitHub Pages. An address of a file (`/feed.xml`) has none: a feed reader does
 * not read pages.
 */
export async function writeForwardingPages(
  folder: string,
  redirects: readonly Redirect[],
  { origin = '', basePath }: { readonly origin?: string | undefined; readonly basePath: string },
): Promise<void> {
  for (const { from, to } of redirects.filter((it) => it.from.endsWith('/'))) {
    const file = join(folder, from, 'index.html')
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, forwardingPage(basePath + to, origin))
  }
}
