import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { attribute, elements, setAttribute } from './html'
import { type Folders, type Page, PublishError, type Site } from './site'

const printed = '/_next/static/'

export const contentHash = (content: string | Buffer): string =>
  createHash('sha256')
    .update(content)
    .digest('base64url')
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 8)

const hashedName = (name: string, content: Buffer | string): string =>
  `${basename(name, extname(name)).split('.')[0]}-${contentHash(content)}${extname(name)}`

async function filesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name))
}

/** Moves style sheets and fonts from Next's folder to names made of their content, which may be cached for ever. */
export async function collectAssets(folders: Folders, basePath: string): Promise<Map<string, string>> {
  const from = join(folders.exported, '_next', 'static')
  const to = join(folders.staged, 'assets')
  await mkdir(to, { recursive: true })
  const files = await filesBelow(from)
  const addresses = new Map<string, string>()
  for (const file of files.filter((it) => /\.(?:woff2|png|svg|jpg|avif|webp)$/.test(it))) {
    const name = hashedName(file, await readFile(file))
    await cp(file, join(to, name))
    addresses.set(basename(file), name)
  }
  const assets = new Map<string, string>()
  for (const file of files.filter((it) => it.endsWith('.css'))) {
    const css = relink(await readFile(file, 'utf8'), addresses, basePath)
    const name = hashedName('site.css', css)
    await writeFile(join(to, name), css)
    assets.set(`${printed}chunks/${basename(file)}`, `/assets/${name}`)
  }
  for (const [old, name] of addresses) assets.set(`${printed}media/${old}`, `/assets/${name}`)
  return assets
}

const relink = (css: string, addresses: ReadonlyMap<string, string>, basePath: string): string =>
  css.replace(/url\((["']?)([^)"']+)\1\)/g, (whole, _quote: string, address: string) => {
    const name = addresses.get(basename(address))
    return name ? `url(${basePath}/assets/${name})` : whole
  })

/** Points the page at the collected files, and refuses an address of Next's that was not collected. */
export function linkAssets(page: Page, { assets }: Site): void {
  for (const element of elements(page.document))
    for (const name of ['href', 'src']) {
      const address = attribute(element, name)
      if (!address?.startsWith('/_next/')) continue
      const collected = assets.get(address)
      if (!collected) throw new PublishError(`${page.path} needs ${address}, which publishing does not know.`)
      setAttribute(element, name, collected)
    }
}
