/** What each kind of file that the site may hold is, for servers that have to be told. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'text/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  sql: 'text/plain',
  dbml: 'text/plain',
  mmd: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
  zip: 'application/zip',
  vcf: 'text/vcard',
  webmanifest: 'application/manifest+json',
}

const isText = (type: string): boolean => /^text\/|json|svg/.test(type)

/** A text says how it is encoded: nosniff takes a browser's guess away. */
export function contentTypeOf(path: string): string {
  const type = contentTypes[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream'
  return isText(type) ? `${type}; charset=utf-8` : type
}

export const textTypes: readonly string[] = [...new Set(Object.values(contentTypes))].filter(isText)
