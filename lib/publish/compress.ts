import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

export const isText = /\.(?:html|css|js|svg|xml|json|txt|md|webmanifest|vcf)$/
/** Past this, the last per cent of a text costs more time than all of the rest. */
const thorough = 64 * 1024

const brotliOptions = (content: Buffer) => {
  const quality = content.length > thorough ? 9 : 10
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }
}

/** What a text weighs as it is sent: the same bytes that `compress` will write. */
export const brotliSize = (text: string | Buffer): number => {
  const content = Buffer.from(text)
  return brotliCompressSync(content, brotliOptions(content)).length
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  const [brotli, gzipped] = await Promise.all([asBrotli(content, brotliOptions(content)), asGzip(content, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
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
