import { describe, expect, test } from 'vitest'
import { catalogue, type Listed } from '@/lib/content/catalogue'
import { profile } from '@/lib/content/site'
import { categories, seriesList, tags } from '@/lib/content/vocabulary'
import { fixedRoutes, hrefOfWord, writtenPages } from '@/lib/content/routes'
import { builtPage, builtPages, idsOf, linksOf, textIn } from './site'

const entries = [...catalogue().values()].filter((it) => it.kind !== 'term')
const writingPages = [...builtPages().values()].filter((it) => /^\/writing\/(?:page\/\d+\/)?$/.test(it.path))

/** Where an entry of each kind has to be found. */
function indexesOf({ kind, href }: Listed): string[] {
  const indexes: Partial<Record<Listed['kind'], string[]>> = {
    project: ['/projects/', '/'],
    'case-study': ['/case-studies/', '/'],
    ledger: ['/ledgers/', '/'],
    report: ['/reports/'],
    lab: ['/lab/', '/'],
    skill: ['/skills/'],
    role: ['/'],
    faq: ['/engineering/', '/faq/'],
  }
  return href.includes('#') && kind !== 'faq' ? [] : (indexes[kind] ?? [])
}

describe('every entry of the content', () => {
  test.each(entries.map((it) => [it.reference, it] as const))('%s has its page, and its place on it', (_, { href }) => {
    const [path = '', anchor] = href.split('#')
    const page = builtPage(path)
    if (anchor) expect(idsOf(page)).toContain(anchor)
    else expect(page.path).toBe(href)
  })

  test.each(entries.map((it) => [it.reference, it] as const))('%s stands on its index', (_, entry) => {
    for (const index of indexesOf(entry)) {
      const links = linksOf(builtPage(index))
      const own = entry.href.startsWith(index) && entry.href.includes('#') ? entry.href.slice(index.length) : entry.href
      expect(links).toContain(own)
    }
    if (entry.kind === 'article') expect(writingPages.flatMap(linksOf)).toContain(entry.href)
  })
})

test('every route that the check lets content link to is printed', () => {
  const words = [
    ...categories().map((it) => hrefOfWord.category(it.slug)),
    ...tags().map((it) => hrefOfWord.tag(it.slug)),
    ...seriesList().map((it) => hrefOfWord.series(it.slug)),
  ]
  const missing = [...fixedRoutes, ...writtenPages.map((it) => `/${it}/`), ...words].filter((it) => !builtPages().has(it))
  expect(missing).toEqual([])
})

test('no page of a route without entries is left behind', () => {
  expect([...builtPages().keys()].filter((it) => it.includes('/_/'))).toEqual([])
})

test('every fact of the profile stands on a page of the person', () => {
  const it = profile()
  const text = ['/', '/about/', '/contact/', '/stack/', '/how-i-work/', '/cv/']
    .map((path) => textIn(builtPage(path).document))
    .join(' ')
  const facts = [
    it.name,
    it.role,
    it.statement,
    it.stance,
    it.experience.years,
    it.experience.of,
    it.scaleClaim,
    it.availableFor,
    it.background,
    it.lifecycle,
    it.contact.email,
    it.contact.repliesWithin,
    ...it.contact.topics,
    ...it.focusLine,
    ...it.specialisesIn,
    ...it.openTo,
    ...it.worksEndToEnd,
    ...it.howIWork.flatMap(({ rule, why }) => [rule, why]),
    ...it.focusAreas.flatMap(({ area, terms, text: says }) => [area, says, ...terms]),
    ...it.stack.flatMap(({ group, tools }) => [group, ...tools.flatMap(({ name, note }) => (note ? [name, note] : [name]))]),
  ].map((fact) => fact.replace(/\s+/g, ' '))
  const spaced = text.replace(/\s+([,.;:])/g, '$1')
  expect(facts.filter((fact) => !spaced.includes(fact.replace(/\s+([,.;:])/g, '$1')))).toEqual([])
})
