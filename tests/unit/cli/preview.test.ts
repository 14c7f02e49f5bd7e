import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPreviewChannel } from '@/lib/cli/preview-channel'
import { handOver } from '@/lib/cli/preview-content'

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'preview-'))
  const [generated, preview] = [join(root, 'generated'), join(root, 'preview')]
  mkdirSync(join(generated, 'Article'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(generated, 'Article', name), text)
  return { generated, preview, write, shown: () => readdirSync(join(preview, 'Article')).toSorted() }
}

describe('what a preview reads', () => {
  it('is a copy without the index of all documents', async () => {
    const { generated, preview, write, shown } = folders()
    write('a.json', '{"a":1}')
    write('_index.json', '[]')
    await handOver(generated, preview, new Map())
    expect(shown()).toEqual(['a.json'])
  })

  it('changes only where something else is said, and forgets what was deleted', async () => {
    const { generated, preview, write, shown } = folders()
    const handed = new Map<string, string>()
    for (const name of ['a.json', 'b.json', 'c.json']) write(name, `"${name}"`)
    await handOver(generated, preview, handed)
    const untouched = statSync(join(preview, 'Article', 'b.json')).ino
    write('a.json', '"new"')
    write('b.json', '"b.json"')
    rmSync(join(generated, 'Article', 'c.json'))
    await handOver(generated, preview, handed)
    expect(shown()).toEqual(['a.json', 'b.json'])
    expect(readFileSync(join(preview, 'Article', 'a.json'), 'utf8')).toBe('"new"')
    expect(statSync(join(preview, 'Article', 'b.json')).ino).toBe(untouched)
  })
})

describe('the preview channel', () => {
  it('tells a page that opens late what does not compile, until it does', async () => {
    const channel = await openPreviewChannel()
    const firstWords = async () => {
      const abort = new AbortController()
      const { body } = await fetch(`http://127.0.0.1:${channel.port}`, { signal: abort.signal })
      const reader = body!.getReader()
      let heard = ''
      while (!heard.includes('\n\n')) heard += new TextDecoder().decode((await reader.read()).value)
      if (heard === ': open\n\n' && channelHasProblems) heard += new TextDecoder().decode((await reader.read()).value)
      abort.abort()
      return heard
    }
    let channelHasProblems = true
    channel.send({ kind: 'problems', text: 'a.mdx:3:1' })
    expect(await firstWords()).toContain('data: {"kind":"problems","text":"a.mdx:3:1"}')
    channel.send({ kind: 'content' })
    channelHasProblems = false
    expect(await firstWords()).toBe(': open\n\n')
    channel.close()
  })
})
