import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreAfterCrash, swapIn } from '@/lib/publish/swap'

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'swap-'))
  const [out, staged] = [join(root, 'out'), join(root, 'staged')]
  const write = (folder: string, text: string) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.html'), text)
  }
  write(staged, 'new')
  return { out, staged, write, read: () => readFileSync(join(out, 'index.html'), 'utf8') }
}

describe('putting a new site in place', () => {
  it('works the first time', async () => {
    const { out, staged, read } = folders()
    await swapIn({ out, staged })
    expect(read()).toBe('new')
  })

  it('replaces the old site and leaves nothing of it behind', async () => {
    const { out, staged, write, read } = folders()
    write(out, 'old')
    await swapIn({ out, staged })
    expect(read()).toBe('new')
    expect(existsSync(`${out}.previous`)).toBe(false)
    expect(existsSync(staged)).toBe(false)
  })

  it('cut off between its two renames, gives the old site back', async () => {
    const { out, write, read } = folders()
    write(out, 'old')
    renameSync(out, `${out}.previous`)
    expect(await restoreAfterCrash(out)).toBe(true)
    expect(read()).toBe('old')
    expect(await restoreAfterCrash(out)).toBe(false)
  })

  it('cut off before the old copy was removed, keeps the new site', async () => {
    const { out, write, read } = folders()
    write(out, 'new')
    write(`${out}.previous`, 'old')
    expect(await restoreAfterCrash(out)).toBe(false)
    expect(read()).toBe('new')
  })
})
