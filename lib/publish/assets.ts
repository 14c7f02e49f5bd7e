import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import postcss, { type Root } from 'postcss'
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
  return all
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .toSorted()
}

/** The style sheets by the address that Next printed. */
export async function readSheets({ exported }: Pick<Folders, 'exported'>): Promise<Map<string, Root>> {
  const files = await filesBelow(join(exported, '_next', 'static'))
  const sheets = new Map<string, Root>()
  for (const file of files.filter((it) => it.endsWith('.css')))
    sheets.set(`${printed}chunks/${basename(file)}`, postcss.parse(await readFile(file, 'utf8')))
  return sheets
}

export type Collected = {
  /** From the address that Next printed to the address of the file we publish. */
  readonly assets: Map<string, string>
  /** The file of a font, by the address in the sheet. */
  readonly sources: (address: string) => string | undefined
  readonly nameFor: (source: string, content: Buffer) => string
  readonly folder: string
}

/** Moves pictures from Next's folder to names made of their content, which may be cached for ever, and finds the fonts. */
export async function collectAssets(folders: Pick<Folders, 'exported' | 'staged'>): Promise<Collected> {
  const folder = join(folders.staged, 'assets')
  await mkdir(folder, { recursive: true })
  const files = await filesBelow(join(folders.exported, '_next', 'static'))
  const assets = new Map<string, string>()
  for (const file of files.filter((it) => /\.(?:png|svg|jpg|avif|webp)$/.test(it))) {
    const name = hashedName(file, await readFile(file))
    await cp(file, join(folder, name))
    assets.set(`${printed}media/${basename(file)}`, `/assets/${name}`)
  }
  const fonts = new Map(files.filter((it) => it.endsWith('.woff2')).map((it) => [basename(it), it]))
  return { assets, sources: (address) => fonts.get(basename(address)), nameFor: hashedName, folder }
}

/** The text of each sheet with its addresses below the base path. */
export const printSheets = (
  sheets: ReadonlyMap<string, Root>,
  assets: ReadonlyMap<string, string>,
  basePath: string,
): Map<string, string> => new Map([...sheets].map(([name, sheet]) => [name, relink(sheet.toString(), assets, basePath)]))

/** Writes the whole sheets as files, for pages that link their styles. */
export async function writeSheets({ staged }: Pick<Folders, 'staged'>, sheets: ReadonlyMap<string, string>) {
  const addresses = new Map<string, string>()
  for (const [printedAs, css] of sheets) {
    const name = hashedName('site.css', css)
    await writeFile(join(staged, 'assets', name), css)
    addresses.set(printedAs, `/assets/${name}`)
  }
  return addresses
}

const relink = (css: string, addresses: ReadonlyMap<string, string>, basePath: string): string =>
  css.replace(/url\((["']?)([^)"']+)\1\)/g, (whole, _quote: string, address: string) => {
    const known = address.startsWith('/assets/') ? address : addresses.get(`${printed}media/${basename(address)}`)
    return known ? `url(${basePath}${known})` : whole
  })

/** Points the page at the collected files, and refuses an address of Next's that was not collected. */
export function linkAssets(page: Page, { assets }: Pick<Site, 'assets'>): void {
  for (const element of elements(page.document))
    for (const name of ['href', 'src']) {
      const address = attribute(element, name)
      if (!address?.startsWith('/_next/')) continue
      const collected = assets.get(address)
      if (!collected) throw new PublishError(`${page.path} needs ${address}, which publishing does not know.`)
      setAttribute(element, name, collected)
    }
}
