import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** What was last handed over, by file, so that only what says something else is written. */
export type HandedOver = Map<string, string>

async function compiledFiles(generated: string): Promise<string[]> {
  const all = await readdir(generated, { recursive: true, withFileTypes: true })
  return all
    .filter((it) => it.isFile() && it.name.endsWith('.json') && it.name !== '_index.json')
    .map((it) => relative(generated, join(it.parentPath, it.name)))
}

/**
 * Contentlayer deletes and writes every compiled file after each edit. A page that is printed meanwhile would find
 * holes, so the preview reads from a folder of its own, to which changed files are moved whole.
 */
export async function handOver(generated: string, preview: string, handed: HandedOver): Promise<void> {
  const files = await compiledFiles(generated)
  await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(generated, file), 'utf8')
      if (handed.get(file) === text) return
      const target = join(preview, file)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(`${target}.new`, text)
      await rename(`${target}.new`, target)
      handed.set(file, text)
    }),
  )
  const known = new Set(files)
  for (const file of [...handed.keys()].filter((it) => !known.has(it))) {
    await rm(join(preview, file), { force: true })
    handed.delete(file)
  }
}
