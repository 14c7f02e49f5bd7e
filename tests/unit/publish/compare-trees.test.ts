import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compareTrees, hashTree } from '@/lib/publish/compare-trees'

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
