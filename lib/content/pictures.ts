import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, posix } from 'node:path'
import sharp from 'sharp'
import { collections } from './collections'
import { entriesOf } from './store'

/** Pictures that lie beside a document. The check has found that they are there; here they get their size and their forms. */

const content = join(process.cwd(), 'content')
const cache = join(process.cwd(), '.contentlayer', '.cache', 'pictures')

/** From the text's column on a small phone to the whole body on a dense screen; a picture is never enlarged. */
const ladder = [400, 640, 960, 1280, 1968]

/** Full colour resolution (4:4:4): half of it smears coloured text in a screenshot. */
const options = { avif: { quality: 62, effort: 3, chromaSubsampling: '4:4:4' }, webp: { quality: 82, effort: 5 } } as const
type Format = keyof typeof options
const formats = Object.keys(options) as Format[]

/** Changed bytes, other options or another encoder make another name, so that a file may be cached for ever. */
const recipe = JSON.stringify([ladder, options, sharp.versions])

export type Variant = { readonly href: string; readonly width: number }

export type Picture = {
  readonly width: number
  readonly height: number
  /** By format, the smallest first. A drawing (SVG) fits every width and has none. */
  readonly variants: Readonly<Record<Format, readonly Variant[]>> | undefined
  /** The file for who reads no `srcset`. */
  readonly fallback: string
  readonly largest: string
}

type Source = Picture & { readonly bytes: Buffer; readonly stamp: number }

const remembered = new Map<string, Source>()

const folder = '/pictures/'
const variantName = (stem: string, width: number, format: Format) => `${stem}-${width}.${format}`

/** The smallest rung that fills the text's column on a dense screen. */
const fallbackWidth = (widths: readonly number[]) => widths.find((it) => it >= 1280) ?? widths.at(-1) ?? 0

async function readSource(path: string): Promise<Source> {
  const file = join(content, path)
  const stamp = statSync(file).mtimeMs
  const known = remembered.get(path)
  if (known?.stamp === stamp) return known
  const bytes = readFileSync(file)
  const source = { bytes, stamp, ...(await describePicture(path, bytes)) }
  remembered.set(path, source)
  return source
}

/** What a page prints of a picture, known from its bytes alone. */
export async function describePicture(path: string, bytes: Buffer): Promise<Picture> {
  const hash = createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 10)
  const stem = `${basename(path, extname(path))}-${hash}`
  const { autoOrient, format } = await sharp(bytes)
    .metadata()
    .catch((error: unknown) => {
      throw new Error(`content/${path} is no picture that can be read: ${error instanceof Error ? error.message : String(error)}`)
    })
  const { width, height } = autoOrient
  if (format === 'svg') {
    const href = `${folder}${stem}.svg`
    return { width, height, variants: undefined, fallback: href, largest: href }
  }
  const rungs = ladder.filter((it) => it < width)
  const widths = rungs.length < ladder.length ? [...rungs, width] : rungs
  const of = (kind: Format): Variant[] => widths.map((it) => ({ width: it, href: folder + variantName(stem, it, kind) }))
  const hrefOf = (it: number) => folder + variantName(stem, it, 'webp')
  return {
    width,
    height,
    variants: { avif: of('avif'), webp: of('webp') },
    fallback: hrefOf(fallbackWidth(widths)),
    largest: hrefOf(Math.max(...widths)),
  }
}

/** Where a picture lies, by the document that shows it: `articles/queues/index.mdx` and `depth.png`. */
const besides = (document: string, name: string): string => posix.normalize(`${dirname(document)}/${decodeURIComponent(name)}`)

export async function pictureOf(document: string, name: string): Promise<Picture> {
  return readSource(besides(document, name))
}

const filesOf = ({ variants, fallback }: Picture): string[] =>
  (variants ? formats.flatMap((it) => variants[it].map(({ href }) => href)) : [fallback]).map((it) => it.slice(folder.length))

/** The pictures of what is shown; one that only a draft uses is not published. */
const shownPictures = (): string[] => [
  ...new Set(
    collections.flatMap((it) =>
      entriesOf(it).flatMap(({ source, outline }) => outline.pictures.map((name) => besides(source, name))),
    ),
  ),
]

/** The names of all files below `/pictures/`. */
export async function pictureFiles(): Promise<string[]> {
  const all = await Promise.all(shownPictures().map(readSource))
  return all.flatMap(filesOf)
}

export type PictureFile = { readonly bytes: Buffer; readonly type: string }

/** One file below `/pictures/`: made when it is first asked for, and kept beside Contentlayer's cache. */
export async function pictureFile(name: string): Promise<PictureFile> {
  const sources = await Promise.all(shownPictures().map(readSource))
  const source = sources.find((it) => filesOf(it).includes(name))
  const [, width = '', format = ''] = /-(\d+)\.(avif|webp)$/.exec(name) ?? []
  if (!source) throw new Error(`/pictures/${name} belongs to no picture that is shown.`)
  if (!source.variants) return { bytes: source.bytes, type: 'image/svg+xml' }
  const kept = join(cache, name)
  if (!existsSync(kept)) keep(kept, await encodePicture(source.bytes, Number(width), format as Format))
  return { bytes: readFileSync(kept), type: `image/${format}` }
}

/** Upright as a camera meant it; what else the camera noted (where it was, for instance) is left out. */
export const encodePicture = (bytes: Buffer, width: number, format: Format): Promise<Buffer> =>
  sharp(bytes).autoOrient().resize({ width }).toFormat(format, options[format]).toBuffer()

/** Two workers may make the same file: each writes one of its own, and both hold the same bytes. */
function keep(file: string, bytes: Buffer): void {
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
}
