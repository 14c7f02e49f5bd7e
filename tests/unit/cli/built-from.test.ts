import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBuiltFrom, nameOfSources, noteBuiltFrom } from '@/lib/cli/built-from'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-from-'))
  for (const it of ['content/articles', 'app', 'out', '.build', 'docs']) mkdirSync(join(root, it), { recursive: true })
  writeFileSync(join(root, 'content/articles/one.mdx'), 'one')
  writeFileSync(join(root, 'out/index.html'), 'built')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const day = '2026-01-01'

test('the same sources on the same day have the same name', async () => {
  expect(await nameOfSources(root, day)).toBe(await nameOfSources(root, day))
})

test.each([
  ['a changed document', () => writeFileSync(join(root, 'content/articles/one.mdx'), 'two')],
  ['a new document', () => writeFileSync(join(root, 'content/articles/two.mdx'), 'two')],
  ['a removed document', () => rmSync(join(root, 'content/articles/one.mdx'))],
  ['a changed setting', () => writeFileSync(join(root, 'next.config.ts'), 'export default {}')],
])('%s has another name', async (_what, change) => {
  const before = await nameOfSources(root, day)
  change()
  expect(await nameOfSources(root, day)).not.toBe(before)
})

test('another day has another name: pieces appear on their day', async () => {
  expect(await nameOfSources(root, '2026-01-02')).not.toBe(await nameOfSources(root, day))
})

test('what is no part of the site does not count', async () => {
  const before = await nameOfSources(root, day)
  writeFileSync(join(root, 'docs/owner.md'), 'how to')
  expect(await nameOfSources(root, day)).toBe(before)
})

test('a site is built from its sources only while it is there', async () => {
  const sources = await nameOfSources(root, day)
  expect(isBuiltFrom(root, sources)).toBe(false)
  noteBuiltFrom(root, sources)
  expect(isBuiltFrom(root, sources)).toBe(true)
  rmSync(join(root, 'out'), { recursive: true })
  expect(isBuiltFrom(root, sources)).toBe(false)
})
