import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)

/** Every module a file loads at run time, through all it imports; types leave no trace and do not count. */
async function loadedBy(path: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(path)) return seen
  seen.add(path)
  const source = await readFile(new URL(`${path}.ts`, ROOT), 'utf8')
  for (const match of source.matchAll(/^import (?!type )[^'"]*['"]([^'"]+)['"]/gm)) {
    const target = match[1] ?? ''
    if (target.startsWith('./')) await loadedBy(new URL(target, `file:///${path}`).pathname.slice(1), seen)
    else if (target.startsWith('@/')) await loadedBy(target.slice(2), seen)
    else seen.add(target)
  }
  return seen
}

describe('what the browser loads', () => {
  it('holds neither the parser nor the layout engine nor anything from npm', async () => {
    const files = (await readdir(new URL('lib/erd/explore', ROOT))).map((file) => `lib/erd/explore/${file.replace('.ts', '')}`)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const outside = [...(await loadedBy(file))].filter((module) => !module.startsWith('lib/erd/'))
      expect([file, outside]).toEqual([file, []])
    }
  })

  it('would be noticed: the reader does load the parser', async () => {
    expect(await loadedBy('lib/erd/sql/read-schema')).toContain('pgsql-parser')
    expect(await loadedBy('lib/erd/layout/lay-out-schema')).toContain('elkjs/lib/elk.bundled.js')
  })
})
