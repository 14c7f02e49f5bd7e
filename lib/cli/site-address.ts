import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'

export type SiteAddress = { readonly origin: string | undefined; readonly basePath: string }

/** Where the owner says the site will live (`site:` in content/profile.mdx); a path in it moves every address below it. */
export function siteAddress(root: string): SiteAddress {
  const text = readFileSync(join(root, 'content', 'profile.mdx'), 'utf8')
  const [, frontMatter = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? []
  const site: unknown = parseDocument(frontMatter).get('site')
  if (typeof site !== 'string') return { origin: undefined, basePath: '' }
  const { origin, pathname } = new URL(site)
  return { origin, basePath: pathname.replace(/\/+$/, '') }
}
