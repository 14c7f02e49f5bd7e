import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkFiles } from '@/lib/content/check/check-content'
import { readContentFiles } from '@/lib/content/check/files'
import { messageOf } from '@/lib/content/check/problem'
import { checkWith, fileOf, placesOf, textOf, today } from './content-folder'

const about = 'pages/about.mdx'
const written = textOf(about)
const changed = (from: string, to: string) => checkWith(fileOf(about, written.replace(from, to)))

describe('characters that an editor does not show', () => {
  it('are named by their code and place', () => {
    const { problems } = changed('Some text.', 'Some \u200btext.')
    expect(problems.map(messageOf)).toEqual(['a zero-width space (U+200B); allowed: UTF-8 text without it'])
    expect(problems[0]).toMatchObject({ file: 'content/pages/about.mdx', line: 6, column: 6, rule: 'encoding' })
  })

  it.each([
    ['a NUL byte', 'Some te\u0000xt.'],
    ['a bell', 'Some te\u0007xt.'],
    ['a right-to-left override', 'Some \u202etxet.'],
    ['a lone carriage return', 'Some\rtext.'],
  ])('are refused: %s', (_, text) => {
    expect(placesOf(changed('Some text.', text)).every((it) => it.endsWith('encoding'))).toBe(true)
    expect(placesOf(changed('Some text.', text))).not.toEqual([])
  })

  it('are refused at the start, where a byte order mark hides', () => {
    expect(placesOf(checkWith(fileOf(about, `\ufeff${written}`)))).toEqual(['content/pages/about.mdx:1:1 encoding'])
  })

  it('are told once where every line ends in CRLF', () => {
    expect(placesOf(checkWith(fileOf(about, written.replaceAll('\n', '\r\n'))))).toEqual(['content/pages/about.mdx:1:5 encoding'])
  })

  it('are told where bytes are no UTF-8', () => {
    const bytes = new TextEncoder().encode(written)
    bytes[bytes.length - 4] = 0xff
    expect(placesOf(checkWith(fileOf(about, bytes)))).toEqual(['content/pages/about.mdx:6:8 encoding'])
  })
})

describe('sizes that no reader of the site would want', () => {
  it('are refused for a file', () => {
    expect(placesOf(checkWith(fileOf(about, written + 'A line.\n'.repeat(100_000))))).toEqual([
      'content/pages/about.mdx:1:1 file-size',
    ])
  })

  it('are refused for a line, at once', () => {
    expect(placesOf(changed('Some text.', 'x'.repeat(10_001)))).toEqual(['content/pages/about.mdx:6:10001 file-size'])
    expect(placesOf(changed('Some text.', 'x'.repeat(10 * 1024 * 1024)))).toEqual(['content/pages/about.mdx:1:1 file-size'])
  })
})

describe('names that file systems take differently', () => {
  const plain = textOf('articles/outbox.mdx').replace(/^series.*\n/m, '')

  it('must differ by more than case', () => {
    const { problems } = checkWith(fileOf('articles/Outbox.mdx', plain))
    expect(problems.map((it) => it.rule)).toEqual(['file-case', 'file-name'])
  })

  it('are told where a letter only looks like one of ours', () => {
    const { problems } = checkWith(fileOf('articles/оutbox-two.mdx', plain))
    expect(problems.map((it) => it.found)).toEqual(['"оutbox-two" is no slug ("о" is U+043E)'])
    const inside = checkWith(fileOf('articles/another.mdx', plain.replace('article:retries', 'article:rеtries')))
    expect(inside.problems.map((it) => it.found)).toEqual(['related[1] is "article:rеtries" ("е" is U+0435)'])
  })

  it('are slugs, also of a folder, and without spaces', () => {
    const { problems } = checkWith(fileOf('articles/two words.mdx', plain), fileOf('articles/other words/index.mdx', plain))
    expect(problems.map((it) => [it.rule, it.suggestion])).toEqual([
      ['file-name', 'other-words'],
      ['file-name', 'two-words'],
    ])
  })
})

describe('a link on the disk', () => {
  let root = ''
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is not followed, wherever it leads', () => {
    root = mkdtempSync(join(tmpdir(), 'content with spaces '))
    mkdirSync(join(root, 'content', 'pages'), { recursive: true })
    writeFileSync(join(root, 'secret.mdx'), 'A secret.\n')
    symlinkSync(join(root, 'secret.mdx'), join(root, 'content', 'pages', 'uses.mdx'))
    symlinkSync(root, join(root, 'content', 'articles'))
    const links = checkFiles(readContentFiles(root), { today }).problems.filter((it) => it.rule === 'file-link')
    expect(links.map((it) => it.file)).toEqual(['content/articles', 'content/pages/uses.mdx'])
  })
})

describe('a carriage return alone', () => {
  it('moves no problem below the end of the text', () => {
    const { problems, texts } = changed('Some text.', `${'\r'.repeat(40)}<Kbd>`)
    const beyond = problems.filter((it) => it.line > (texts.get(it.file)?.split('\n').length ?? 1))
    expect(problems.map((it) => it.rule)).toContain('mdx')
    expect(beyond).toEqual([])
  })
})

describe('nesting without end', () => {
  it.each([
    ['lists in the fields', 'title', `related: ${'['.repeat(9_000)}\ntitle`],
    ['groups in the fields', 'title', `related: ${'{a: '.repeat(2_000)}\ntitle`],
    ['quotes', 'Some text.', '>'.repeat(9_000)],
    ['lists', 'Some text.', '- '.repeat(4_000)],
    ['components', 'Some text.', '<Kbd>'.repeat(1_500)],
    ['emphasis', 'Some text.', '*a _b '.repeat(1_500)],
    ['brackets', 'Some text.', '['.repeat(9_000)],
    ['braces', 'Some text.', '{'.repeat(9_000)],
  ])('ends with a message or a document: %s', (_, from, to) => {
    const { problems, counts } = changed(from, to)
    expect(counts.documents).toBe(19)
    expect(problems.every((it) => it.line >= 1 && it.column >= 1 && messageOf(it) !== '')).toBe(true)
  })
})
