import { expect, it } from 'vitest'
import { charactersIn, familiesOf, namesIn } from '@/lib/publish/survey'

it('pages of one section share their styles, lone pages share those of the rest', () => {
  const familyOf = familiesOf([
    'index.html',
    '404.html',
    'faq/index.html',
    'about/index.html',
    'writing/index.html',
    'writing/a/index.html',
  ])
  expect(['index.html', '404.html', 'faq/index.html', 'about/index.html'].map(familyOf)).toEqual(['home', 'rest', 'rest', 'rest'])
  expect(familyOf('writing/a/index.html')).toBe('writing')
})

it('names are tags, classes, ids and custom properties', () => {
  expect(namesIn('<p class="a b&amp;c" id="d" fill="var(--ink)">').toSorted()).toEqual(['--ink', 'a', 'b&c', 'd', 'p'])
})

it('characters are seen as they will be shown, whatever hid them', () => {
  for (const text of ['→', '&#x2192;', '&#8594;', '"\\u2192"', '"\\2192"']) expect(charactersIn(text)).toContain('→')
})
