import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compareTrees, firstDifference, hashTree } from '@/lib/publish/compare-trees'

it('two builds are told apart file by file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'))
  writeFileSync(join(folder, 'same.html'), 'same')
  writeFileSync(join(folder, 'page.html'), 'before')
  writeFileSync(join(folder, 'old.css'), '')
  const before = await hashTree(folder)
  expect(compareTrees(before, await hashTree(folder))).toEqual([])
  writeFileSync(join(folder, 'page.html'), 'after')
  writeFileSync(join(folder, 'new.css'), '')
  const after = new Map(await hashTree(folder))
  after.delete('old.css')
  expect(compareTrees(before, after)).toEqual([
    { file: 'new.css', is: 'new' },
    { file: 'old.css', is: 'gone' },
    { file: 'page.html', is: 'changed' },
  ])
})

it('says from where on a file differs, and how', () => {
  const text = (time: string) => Buffer.from(`${'x'.repeat(100)} built at ${time}`)
  expect(firstDifference(text('10:15'), text('10:16'))).toBe(
    'from byte 114 on: "xxxxxx built at 10:15" was "xxxxxx built at 10:16"',
  )
  expect(firstDifference(Buffer.from('a'), Buffer.from('ab'))).toBe('from byte 1 on: "a" was "ab"')
})
