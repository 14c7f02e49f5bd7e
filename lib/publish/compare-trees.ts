import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every file below, by its path within, in one order everywhere. */
export async function listFiles(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath, it.name)).replaceAll('\\', '/'))
    .toSorted()
}

/** One line for each file: two trees with the same list are the same bytes. */
export async function hashTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>()
  for (const file of await listFiles(folder))
    hashes.set(
      file,
      createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex'),
    )
  return hashes
}

export type Difference = { readonly file: string; readonly is: 'new' | 'gone' | 'changed' }

export function compareTrees(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Difference[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return files.flatMap((file): Difference[] => {
    if (!before.has(file)) return [{ file, is: 'new' }]
    if (!after.has(file)) return [{ file, is: 'gone' }]
    return before.get(file) === after.get(file) ? [] : [{ file, is: 'changed' }]
  })
}

const context = 40

const around = (content: Buffer, at: number): string =>
  JSON.stringify(content.subarray(Math.max(0, at - context / 2), at + context).toString('latin1'))

/** Where two contents part, in words: enough to see what wrote it. */
export function firstDifference(before: Buffer, after: Buffer): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  return `from byte ${at} on: ${around(before, at)} was ${around(after, at)}`
}
