import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

type Remembered = Record<string, { hash: string; modified: number }>

const fileOf = (root: string) => join(root, '.contentlayer', '.cache', 'content-hashes.json')

async function readRemembered(root: string): Promise<Remembered> {
  try {
    return JSON.parse(await readFile(fileOf(root), 'utf8')) as Remembered
  } catch {
    return {}
  }
}

/**
 * Contentlayer knows a document again by the time it was modified, which a fresh checkout sets to now: its cache
 * would never hit in CI. Here the time follows the content: bytes seen before get the time they had then, and
 * changed bytes never keep an old one.
 */
export async function rememberContent(root: string): Promise<void> {
  const content = join(root, 'content')
  const known = await readRemembered(root)
  const seen: Remembered = {}
  const files = (await readdir(content, { recursive: true, withFileTypes: true })).filter((it) => it.isFile())
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const name = relative(content, path).replaceAll('\\', '/')
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    const { mtimeMs } = await stat(path)
    const modified = wantedTime(known[name], hash, Math.trunc(mtimeMs))
    if (modified !== Math.trunc(mtimeMs)) await utimes(path, new Date(), new Date(modified))
    seen[name] = { hash, modified }
  }
  await mkdir(dirname(fileOf(root)), { recursive: true })
  await writeFile(fileOf(root), JSON.stringify(seen))
}

function wantedTime(known: Remembered[string] | undefined, hash: string, modified: number): number {
  if (!known) return modified
  if (known.hash === hash) return known.modified
  return known.modified === modified ? modified + 1000 : modified
}
