import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

/** What was last handed over, by file, so that only what says something else is written. */
export type HandedOver = Map<string, string>

type Folders = { readonly content: string; readonly generated: string; readonly preview: string }

async function compiledFiles(generated: string): Promise<string[]> {
  if (!existsSync(generated)) return []
  const all = await readdir(generated, { recursive: true, withFileTypes: true })
  return all
    .filter((it) => it.isFile() && it.name.endsWith('.json') && it.name !== '_index.json')
    .map((it) => relative(generated, join(it.parentPath, it.name)))
}

/** `Article/articles__queues.mdx.json` was compiled from `articles/queues.mdx`. */
const sourceOf = (file: string): string => basename(file, '.json').replaceAll('__', '/')

/**
 * Contentlayer deletes and writes every compiled file after each edit. A page that is printed meanwhile would find
 * holes, so the preview reads from a folder of its own, to which changed files are moved whole. A document that is
 * held back keeps the version that was last right, and one that does not compile keeps its place. Returns how many
 * changed.
 */
export async function handOver(folders: Folders, handed: HandedOver, held: ReadonlySet<string>): Promise<number> {
  const { content, generated, preview } = folders
  const files = (await compiledFiles(generated)).filter((it) => !held.has(sourceOf(it)))
  const written = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(generated, file), 'utf8')
      if (handed.get(file) === text) return false
      const target = join(preview, file)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(`${target}.new`, text)
      await rename(`${target}.new`, target)
      handed.set(file, text)
      return true
    }),
  )
  const gone = [...handed.keys()].filter((it) => !existsSync(join(content, sourceOf(it))))
  for (const file of gone) {
    await rm(join(preview, file), { force: true })
    handed.delete(file)
  }
  return written.filter(Boolean).length + gone.length
}
