import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compressedPages, compressPage } from '@/lib/publish/compressed-pages'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'compressed-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const words = (seed: number) => Array.from({ length: 900 }, (_, at) => (at * seed).toString(36)).join(' ')
const page = (seed: number) => ({ first: `<p>${words(seed)}</p>`, second: (sent: number) => `<footer>${sent}</footer>` })

it('a page known from an earlier run is the same, bytes and text, as one made anew', async () => {
  const fresh = await compressPage(page(7919))
  expect(await compressedPages(folder).compress(page(7919))).toEqual(fresh)
  expect(await compressedPages(folder).compress(page(7919))).toEqual(fresh)
  expect(readdirSync(folder)).toHaveLength(1)
})

it('another end makes another page', async () => {
  const { compress } = compressedPages(folder)
  const one = await compress(page(31))
  const other = await compress({ ...page(31), second: (sent) => `<footer>at ${sent}</footer>` })
  expect(other.text).toContain('<footer>at ')
  expect(other.text).not.toBe(one.text)
})

it.each([
  ['no compressed text at all', () => Buffer.from('lost power here')],
  ['another page', async () => (await compressPage(page(37))).brotli],
])('a file that holds %s is not believed', async (_, content) => {
  const fresh = await compressedPages(folder).compress(page(31))
  const [name = ''] = readdirSync(folder)
  writeFileSync(join(folder, name), await content())
  expect(await compressedPages(folder).compress(page(31))).toEqual(fresh)
})

it('pages that a run does not have any more are forgotten after it', async () => {
  const before = compressedPages(folder)
  await before.compress(page(31))
  await before.compress(page(37))
  const { compress, forgetOthers } = compressedPages(folder)
  await compress(page(37))
  await forgetOthers()
  expect(readdirSync(folder)).toHaveLength(1)
  expect(await compressedPages(folder).compress(page(37))).toEqual(await compressPage(page(37)))
})
