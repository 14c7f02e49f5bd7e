import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { todayInUtc } from '@/lib/content/dates'

/** What the site is made of; tests, benches and documents are not in it. */
const folders = ['app', 'components', 'content', 'lib', 'public']
const files = [
  'contentlayer.config.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
]

const stampOf = (root: string) => join(root, '.build', 'built-from.txt')

async function sourcesOf(root: string): Promise<string[]> {
  const below = await Promise.all(
    folders.map(async (folder) =>
      existsSync(join(root, folder)) ? readdir(join(root, folder), { recursive: true, withFileTypes: true }) : [],
    ),
  )
  const found = below
    .flat()
    .filter((it) => it.isFile())
    .map((it) => relative(root, join(it.parentPath, it.name)))
  return [...found, ...files.filter((it) => existsSync(join(root, it)))].toSorted()
}

/** One name for everything that a build depends on: each source's bytes, the Node that runs it, and the day, which publishes. */
export async function nameOfSources(root: string, today = todayInUtc()): Promise<string> {
  const name = createHash('sha256').update(`${process.version} ${today}\n`)
  for (const path of await sourcesOf(root)) {
    const content = createHash('sha256').update(await readFile(join(root, path)))
    name.update(`${path.replaceAll('\\', '/')} ${content.digest('hex')}\n`)
  }
  return name.digest('hex')
}

/** Whether `out/` stands as it was built from just these sources. */
export const isBuiltFrom = (root: string, sources: string): boolean =>
  existsSync(join(root, 'out', 'index.html')) && existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === sources

export const noteBuiltFrom = (root: string, sources: string): void => writeFileSync(stampOf(root), sources)
