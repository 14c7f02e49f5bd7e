import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messageOf } from '@/lib/content/check/problem'
import { rules } from '@/lib/content/check/rules'
import { broken, checkWith, fileOf, placesOf, sound, textOf } from './content-folder'

const golden = join(import.meta.dirname, '..', '..', 'golden', 'content')

describe('the check of content', () => {
  it('finds nothing wrong with the sound site', () => {
    const { problems, counts } = checkWith()
    expect(problems.map((it) => `${it.file}:${it.line} ${messageOf(it)}`)).toEqual([])
    expect(counts).toEqual({ documents: 19, withProblems: 0, drafts: 1, scheduled: 1, published: 17 })
  })

  it('names every fault of the broken files by place and rule, and nothing else', async () => {
    await expect(`${placesOf(checkWith(...broken)).join('\n')}\n`).toMatchFileSnapshot(join(golden, 'broken-places.txt'))
  })

  it('says what was found, what is allowed and what was probably meant', async () => {
    const lines = checkWith(...broken).problems.map((it) => `${it.file}:${it.line}:${it.column}  ${it.rule}  ${messageOf(it)}`)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(golden, 'broken-messages.txt'))
  })

  it('counts every document once: with problems, draft, scheduled or published', () => {
    const { counts } = checkWith(...broken)
    const { documents, withProblems, drafts, scheduled, published } = counts
    expect(withProblems + drafts + scheduled + published).toBe(documents)
    expect(documents).toBe([...sound, ...broken].filter((it) => it.path.endsWith('.mdx')).length)
  })

  it('has a broken file for every rule that a file system can hold', () => {
    const seen = new Set(checkWith(...broken).problems.map((it) => it.rule))
    const elsewhere = ['file-case', 'file-link', 'file-size', 'encoding']
    expect(Object.keys(rules).filter((it) => !seen.has(it as never))).toEqual(elsewhere)
  })

  it('documents every rule for the owner, in the words of the check', () => {
    const owner = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'owner.md'), 'utf8')
    const documented = [...owner.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, rule, says]) => [
      rule,
      says?.replaceAll('\\|', '|'),
    ])
    const escaped = Object.entries(rules).map(([rule, says]) => [rule, says.replace(/<[^>]+>/g, (tag) => `\`${tag}\``)])
    expect(documented).toEqual(escaped)
  })
})

describe('what is not public', () => {
  const outbox = textOf('articles/outbox.mdx')

  it('may be referred to by a draft', () => {
    const draft = outbox
      .replace('kind: article', 'kind: article\ndraft: true')
      .replace('article:retries', 'article:later')
      .replace('part: 2', 'part: 3')
    expect(placesOf(checkWith(fileOf('articles/another.mdx', draft)))).toEqual([])
  })

  it('may be referred to by a piece that is published no earlier', () => {
    const scheduled = (publishAt: string) =>
      checkWith(
        fileOf(
          'articles/another.mdx',
          outbox
            .replace('kind: article', `kind: article\npublishAt: ${publishAt}`)
            .replace('article:retries', 'article:later')
            .replace('part: 2', 'part: 3'),
        ),
      )
    expect(placesOf(scheduled('2030-01-01'))).toEqual([])
    expect(placesOf(scheduled('2029-12-31'))).toEqual(['content/articles/another.mdx:14:11 reference-draft'])
  })

  it('takes the page of its category, tag and series with it', () => {
    const about = (link: string) =>
      fileOf('pages/about.mdx', textOf('pages/about.mdx').replace('Some text.', `A [link](${link}).`))
    expect(placesOf(checkWith(about('/writing/series/delivery/')))).toEqual([])
    const withdrawn = ['retries', 'outbox'].map((it) =>
      fileOf(`articles/${it}.mdx`, textOf(`articles/${it}.mdx`).replace('date:', 'draft: true\ndate:')),
    )
    const { problems } = checkWith(about('/writing/series/delivery/'), ...withdrawn)
    expect(problems.filter((it) => it.file === 'content/pages/about.mdx').map((it) => it.rule)).toEqual(['link'])
  })
})

describe('former addresses', () => {
  const withAliases = (...aliases: string[]) =>
    checkWith(
      fileOf(
        'articles/outbox.mdx',
        textOf('articles/outbox.mdx').replace('kind: article', `kind: article\naliases: [${aliases.join(', ')}]`),
      ),
    )

  it('are paths that no page has', () => {
    expect(withAliases('/notes/outbox/', '/old/').problems).toEqual([])
    for (const taken of ['/writing/retries/', '/writing/outbox/', '/projects/', '/writing/series/delivery/'])
      expect(withAliases('/notes/outbox/', taken).problems.map((it) => `${it.rule} ${it.found}`)).toEqual([
        expect.stringMatching(`^duplicate ${taken} `),
      ])
  })

  it('are each given once', () => {
    expect(withAliases('/old/', '/old/').problems.map((it) => it.found)).toEqual(['/old/ belongs to this document already'])
  })

  it('are written as addresses are', () => {
    for (const odd of ['old/', '/old', 'https://example.org/old/', '/Old/', '/../x/', '/a b/'])
      expect(withAliases(`"${odd}"`).problems.map((it) => it.rule)).toEqual(['field-value'])
  })
})
