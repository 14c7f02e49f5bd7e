import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, type BrotliOptions, constants, createBrotliCompress, gzip } from 'node:zlib'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

export const isText = /\.(?:html|css|js|svg|xml|json|txt|md|webmanifest|vcf)$/
/** Past this, the last per cent of a text costs more time than all of the rest: feeds and data, no page of ours. */
const thorough = 512 * 1024

export const brotliOptions = (length: number): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: length > thorough ? 9 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  },
})

/** What a text weighs as it is sent: the same bytes that `compress` will write. */
export const brotliSize = (text: string | Buffer): number => {
  const content = Buffer.from(text)
  return brotliCompressSync(content, brotliOptions(content.length)).length
}

/** One stream of brotli, whose second half may say how large the first has become. */
export async function compressInTwo(first: string, second: (sent: number) => string): Promise<Buffer> {
  const stream = createBrotliCompress(brotliOptions(Buffer.byteLength(first)))
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(stream, 'end')
  stream.write(first)
  await new Promise<void>((resolve) => stream.flush(resolve))
  stream.end(second(chunks.reduce((total, it) => total + it.length, 0)))
  await ended
  return Buffer.concat(chunks)
}

/** Pages have their brotli file already: what they weigh was asked when they were finished. */
async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  const brotli = async () => {
    if (!existsSync(`${path}.br`)) await writeFile(`${path}.br`, await asBrotli(content, brotliOptions(content.length)))
  }
  await Promise.all([brotli(), asGzip(content, { level: 9 }).then((it) => writeFile(`${path}.gz`, it))])
}

/** Writes `.br` and `.gz` beside each text, so that no server has to do it per request. */
export async function compress(folder: string, advance: (done: number, of: number) => void): Promise<number> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = all.filter((it) => it.isFile() && isText.test(it.name)).map((it) => join(it.parentPath, it.name))
  const pending = [...files]
  let done = 0
  const work = async () => {
    for (let file = pending.pop(); file; file = pending.pop()) {
      await compressFile(file)
      advance((done += 1), files.length)
    }
  }
  // zlib works in Node's own thread pool, which has four threads.
  await Promise.all(Array.from({ length: 4 }, work))
  return files.length
}
