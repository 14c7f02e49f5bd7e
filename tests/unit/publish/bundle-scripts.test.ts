import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { bundleScripts, componentName, findIslands } from '@/lib/publish/bundle-scripts'

it('an island is found by its folder and exports the component of that name', () => {
  expect(findIslands(process.cwd())).toContain('retry-amplification')
  expect(componentName('retry-amplification')).toBe('RetryAmplification')
})

it('reading pages get small scripts, and React only comes with an island', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'))
  const { enhance, islands, early } = await bundleScripts(process.cwd(), folder)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const gzipped = (text: string) => gzipSync(text).length
  const enhancements = 'inline' in enhance ? enhance.inline : read(enhance.file)
  expect(gzipped(enhancements) + gzipped(early)).toBeLessThan(5 * 1024)
  expect(gzipped(read(islands.file))).toBeLessThan(1024)
  expect(read(islands.file) + enhancements).not.toMatch(/hydrateRoot|react/)
  expect(read(islands.file)).toMatch(/import\(["']\.\/[^"']*retry-amplification/)
})
