import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { profile } from '@/lib/content/site'
import { builtPage, hasFile, idsOf, linksOf, textIn } from './site'

/**
 * What the shipped content has to hold, kept apart from the content: a piece that is lost, renamed or no longer listed
 * is missed here although nothing else refers to it. It is asked while the content is the sample.
 */
type Fact = {
  readonly fact: string
  readonly page: string
  readonly indexes: readonly string[]
  readonly says: readonly string[]
}
const shipped = JSON.parse(readFileSync(join(process.cwd(), 'tests/fixtures/facts/entries.json'), 'utf8')) as readonly Fact[]
const facts = profile().sampleContent ? shipped : []

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s([,.;:)])/g, '$1')

/** As words of their own: "Go" is not said by "category". */
const holds = (text: string, said: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(text)

describe.each(facts.map((it) => [it.fact, it] as const))('%s', (_, { page, indexes, says }) => {
  const [path = '', anchor] = page.split('#')

  test('has its page, and says there what it has to', () => {
    const built = builtPage(path)
    if (anchor) expect(idsOf(built)).toContain(anchor)
    const text = plain(textIn(built.document))
    expect(says.filter((it) => !holds(text, plain(it)))).toEqual([])
  })

  test('stands on its indexes', () => {
    const missing = indexes.filter((index) => {
      const links = linksOf(builtPage(index))
      return !links.includes(page) && !(index === path && links.includes(`#${anchor}`))
    })
    expect(missing).toEqual([])
  })
})

test('the CV can be taken as text and the contact as a card', () => {
  expect(hasFile('/cv.txt')).toBe(true)
  expect(linksOf(builtPage('/cv/'))).toContain('/cv.txt')
  expect(hasFile('/contact.vcf')).toBe(true)
  expect(linksOf(builtPage('/contact/'))).toContain('/contact.vcf')
})
