import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWithSchemas } from '@/lib/cli/check-project'
import { openPreviewChannel, type PreviewMessage } from '@/lib/cli/preview-channel'
import { handOver } from '@/lib/cli/preview-content'
import { previewRounds } from '@/lib/cli/preview-round'
import { watchContent } from '@/lib/cli/watch-content'
import { type ProjectFolder, soundProject } from '../content/project-folder'

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'preview-'))
  const all = { content: join(root, 'content'), generated: join(root, 'generated'), preview: join(root, 'preview') }
  mkdirSync(join(all.generated, 'Article'), { recursive: true })
  mkdirSync(join(all.content, 'articles'), { recursive: true })
  const compiled = (name: string) => join(all.generated, 'Article', `articles__${name}.mdx.json`)
  return {
    all,
    compiled,
    write: (name: string, text: string) => {
      writeFileSync(join(all.content, 'articles', `${name}.mdx`), text)
      writeFileSync(compiled(name), text)
    },
    shown: () =>
      readdirSync(join(all.preview, 'Article'))
        .map((it) => /__(.*)\.mdx\.json$/.exec(it)?.[1])
        .toSorted(),
    read: (name: string) => readFileSync(join(all.preview, 'Article', `articles__${name}.mdx.json`), 'utf8'),
    stamp: (name: string) => statSync(join(all.preview, 'Article', `articles__${name}.mdx.json`)).ino,
  }
}

const nothing: ReadonlySet<string> = new Set()

describe('what a preview reads', () => {
  it('is a copy without the index of all documents', async () => {
    const { all, write, shown } = folders()
    write('a', '{"a":1}')
    writeFileSync(join(all.generated, 'Article', '_index.json'), '[]')
    expect(await handOver(all, new Map(), nothing)).toBe(1)
    expect(shown()).toEqual(['a'])
  })

  it('changes only where something else is said, and forgets what was deleted', async () => {
    const { all, compiled, write, shown, read, stamp } = folders()
    const handed = new Map<string, string>()
    for (const name of ['a', 'b', 'c']) write(name, `"${name}"`)
    await handOver(all, handed, nothing)
    const untouched = stamp('b')
    write('a', '"new"')
    rmSync(compiled('c'))
    rmSync(join(all.content, 'articles', 'c.mdx'))
    expect(await handOver(all, handed, nothing)).toBe(2)
    expect(shown()).toEqual(['a', 'b'])
    expect(read('a')).toBe('"new"')
    expect(stamp('b')).toBe(untouched)
  })

  it('keeps the last right version of what is held back or does not compile', async () => {
    const { all, compiled, write, shown, read } = folders()
    const handed = new Map<string, string>()
    for (const name of ['a', 'b']) write(name, '"right"')
    await handOver(all, handed, nothing)
    write('a', '"wrong"')
    rmSync(compiled('b'))
    expect(await handOver(all, handed, new Set(['articles/a.mdx']))).toBe(0)
    expect([shown(), read('a')]).toEqual([['a', 'b'], '"right"'])
  })
})

describe('while the owner writes', () => {
  let project: ProjectFolder
  let stop: (() => void)[] = []
  beforeEach(() => {
    project = soundProject()
  })
  afterEach(() => {
    for (const end of stop) end()
    stop = []
    project.remove()
  })

  /** A preview without its compiler and its pages: what it says in the terminal and to the open page. */
  function preview() {
    const held: ReadonlySet<string>[] = []
    const sent: PreviewMessage[] = []
    const waiting: ((message: PreviewMessage) => void)[] = []
    let said = ''
    const round = previewRounds({
      check: () => checkWithSchemas(project.root),
      handOver: (documents) => {
        held.push(documents)
        return Promise.resolve(0)
      },
      send: (message) => (waiting.shift() ?? ((it) => sent.push(it)))(message),
      write: (text) => {
        said += text
      },
    })
    stop.push(watchContent(project.root, (files) => void round([...files].some((it) => !it.endsWith('.mdx')))))
    return {
      round,
      next: () =>
        sent.length > 0 ? Promise.resolve(sent.shift()!) : new Promise<PreviewMessage>((resolve) => waiting.push(resolve)),
      terminal: () => said,
      lastHeld: () => [...(held.at(-1) ?? [])],
    }
  }

  const articles = () => join(project.root, 'content', 'articles', 'outbox.mdx')

  it('tells place, rule and remedy in terminal and page, and goes on when it is mended', async () => {
    const { round, next, terminal, lastHeld } = preview()
    expect(await round(false)).toBe(true)
    const right = readFileSync(articles(), 'utf8')
    writeFileSync(articles(), right.replace('kind: article', 'kind: artcle'))
    const { problems } = await next()
    expect(problems).toMatch(/^content\/articles\/outbox\.mdx:\d+:7 {2}field-value {2}kind is "artcle".*did you mean "article"/)
    expect(terminal()).toContain(problems)
    expect(lastHeld()).toEqual(['articles/outbox.mdx'])
    writeFileSync(articles(), right)
    expect(await next()).toEqual({ problems: '', refresh: false })
    expect(terminal()).toContain('no problem is left')
    expect(lastHeld()).toEqual([])
  })

  it('shows a text whose link leads nowhere yet', async () => {
    const { next, lastHeld } = preview()
    writeFileSync(articles(), `${readFileSync(articles(), 'utf8')}\nSee [the next part](/writing/not-yet/).\n`)
    expect((await next()).problems).toContain('  link  there is no page "/writing/not-yet/"')
    expect(lastHeld()).toEqual([])
  })

  it('shows the page again when a list of words has changed', async () => {
    const { round, next } = preview()
    await round(false)
    const words = join(project.root, 'content', 'vocabulary', 'tags.yaml')
    writeFileSync(words, `${readFileSync(words, 'utf8')}- { slug: brokers, name: Brokers }\n`)
    expect(await next()).toEqual({ problems: '', refresh: true })
  })
})

describe('the preview channel', () => {
  it('tells a page that opens late what is wrong, until it is mended', async () => {
    const channel = await openPreviewChannel()
    const firstWords = async (expected: string) => {
      const abort = new AbortController()
      const { body } = await fetch(`http://127.0.0.1:${channel.port}`, { signal: abort.signal })
      const reader = body!.getReader()
      let heard = ''
      while (!heard.includes(expected)) heard += new TextDecoder().decode((await reader.read()).value)
      abort.abort()
      return heard
    }
    channel.send({ problems: 'a.mdx:3:1', refresh: false })
    expect(await firstWords('data:')).toContain('data: {"problems":"a.mdx:3:1","refresh":false}')
    channel.send({ problems: '', refresh: true })
    expect(await firstWords('open')).toBe(': open\n\n')
    channel.close()
  })
})
