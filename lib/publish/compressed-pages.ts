import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { compressInTwo } from './compress'

/** A page whose end says how many bytes its beginning takes on the wire. */
export type TextInTwo = { readonly first: string; readonly second: (sent: number) => string }

export type Compressed = { readonly text: string; readonly brotli: Buffer }
export type CompressPage = (page: TextInTwo) => Promise<Compressed>

const unpack = promisify(brotliDecompress)

/** Everything that the bytes depend on: the page, and what compresses it. */
const nameOf = ({ first, second }: TextInTwo): string =>
  createHash('sha256')
    .update(process.versions.brotli ?? '')
    .update(first)
    .update('\0')
    .update(second(0))
    .digest('hex')
    .slice(0, 32)

export const compressPage: CompressPage = async (page) => {
  const brotli = await compressInTwo(page.first, page.second)
  return { text: (await unpack(brotli)).toString(), brotli }
}

/**
 * Compressing as thoroughly as readers deserve is most of a publishing run, and most pages of a run are those of the
 * run before: they are known again by their bytes. What a file in the folder holds is believed only if the page
 * comes out of it.
 */
export function compressedPages(folder: string): { compress: CompressPage; forgetOthers: () => Promise<void> } {
  mkdirSync(folder, { recursive: true })
  const used = new Set<string>()

  async function recall(file: string, { first }: TextInTwo): Promise<Compressed | undefined> {
    try {
      const brotli = await readFile(file)
      const text = (await unpack(brotli)).toString()
      return text.startsWith(first) ? { text, brotli } : undefined
    } catch {
      // Not there, or damaged: it is made anew.
      return undefined
    }
  }

  async function compress(page: TextInTwo): Promise<Compressed> {
    const name = nameOf(page)
    used.add(name)
    const file = join(folder, name)
    const known = await recall(file, page)
    if (known) return known
    const made = await compressPage(page)
    await writeFile(`${file}.new`, made.brotli)
    await rename(`${file}.new`, file)
    return made
  }

  async function forgetOthers(): Promise<void> {
    const others = (await readdir(folder)).filter((it) => !used.has(it))
    await Promise.all(others.map((it) => rm(join(folder, it))))
  }
  return { compress, forgetOthers }
}
