import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { findIslands } from '@/lib/publish/bundle-scripts'
import { isAllowed, judge, type Locked } from './licences'

const root = process.cwd()
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }

function licenceText(place: string): string {
  const folder = join(root, place)
  const files = existsSync(folder) ? readdirSync(folder).filter((it) => /^(?:licen[cs]e|readme)/i.test(it)) : []
  return files
    .toSorted()
    .map((it) => readFileSync(join(folder, it), 'utf8'))
    .join('\n')
}

describe('the licences of what is installed', () => {
  it('are permissive, but for the exceptions that are named with their reason', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100)
    expect(judge(packages, licenceText)).toEqual({ refused: [], needless: [] })
  })

  it('would be refused otherwise, and an exception that nothing needs is said', () => {
    const strange = {
      '': { license: 'MIT' },
      'node_modules/a': { license: 'GPL-3.0-only' },
      'node_modules/b': {},
      'node_modules/c/node_modules/d': { license: '(MIT AND GPL-2.0-only)' },
      'node_modules/e': { license: '(AGPL-3.0-or-later OR MIT)' },
      'node_modules/f': {},
    }
    const text = (place: string) => (place === 'node_modules/f' ? 'The MIT License' : '')
    expect(judge(strange, text, [{ name: 'gone', licence: 'MPL-2.0', because: 'it was here once' }])).toEqual({
      refused: ['a: GPL-3.0-only', 'b: none', 'd: (MIT AND GPL-2.0-only)'],
      needless: ['gone'],
    })
  })

  it('an exception holds for the licence that it names and for no other', () => {
    const known = [{ name: 'a*', licence: 'MPL-2.0', because: 'tests only' }]
    const packages = {
      'node_modules/a-b': { license: 'Apache-2.0 AND MPL-2.0' },
      'node_modules/a-c': { license: 'GPL-3.0-only' },
    }
    expect(judge(packages, () => '', known).refused).toEqual(['a-c: GPL-3.0-only'])
  })

  it('a choice needs one that is allowed, a sum needs all', () => {
    expect(['MIT', '(MPL-2.0 OR MIT)', '(MIT AND Zlib)'].map(isAllowed)).toEqual([true, true, true])
    expect(['', 'MPL-2.0', 'MIT AND GPL-2.0-only', '(MIT OR (GPL-2.0-only AND X))'].map(isAllowed)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

it('what a reader downloads is made of our own code and of packages without an exception', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    splitting: true,
    outdir: mkdtempSync(join(tmpdir(), 'licences-')),
    logLevel: 'silent',
    entryPoints: [
      ...findIslands(root).map((it) => `components/islands/${it}/island.tsx`),
      'components/enhance/enhance.ts',
      'components/enhance/site-search.ts',
    ],
  })
  const shipped = new Set(
    Object.keys(metafile.inputs).flatMap((it) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(it)?.[0] ?? []),
  )
  expect([...shipped].map((it) => it.replace('node_modules/', ''))).toContain('react')
  expect(judge(Object.fromEntries([...shipped].map((it) => [it, packages[it] ?? {}])), licenceText, []).refused).toEqual([])
})
