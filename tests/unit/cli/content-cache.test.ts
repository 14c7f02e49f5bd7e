import { mkdirSync, mkdtempSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rememberContent } from '@/lib/cli/content-cache'

function project() {
  const root = mkdtempSync(join(tmpdir(), 'cache-'))
  mkdirSync(join(root, 'content'))
  const file = join(root, 'content', 'a.mdx')
  const write = (text: string, second: number) => {
    writeFileSync(file, text)
    utimesSync(file, new Date(), new Date(second * 1000))
  }
  return { root, write, time: () => statSync(file).mtimeMs / 1000 }
}

describe('the content cache', () => {
  it('hits after a fresh checkout: unchanged bytes get the time they had', async () => {
    const { root, write, time } = project()
    write('text', 1000)
    await rememberContent(root)
    write('text', 9000)
    await rememberContent(root)
    expect(time()).toBe(1000)
  })

  it('misses on changed bytes, even when their time is an old one', async () => {
    const { root, write, time } = project()
    write('text', 1000)
    await rememberContent(root)
    write('other text', 1000)
    await rememberContent(root)
    expect(time()).not.toBe(1000)
  })

  it('survives a cache file that is no cache file', async () => {
    const { root, write, time } = project()
    mkdirSync(join(root, '.contentlayer', '.cache'), { recursive: true })
    writeFileSync(join(root, '.contentlayer', '.cache', 'content-hashes.json'), '{"a.mdx":')
    write('text', 1000)
    await rememberContent(root)
    expect(time()).toBe(1000)
  })
})
