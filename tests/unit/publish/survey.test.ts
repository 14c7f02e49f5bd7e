import { expect, it } from 'vitest'
import { charactersIn, surveyPage } from '@/lib/publish/survey'

const survey = (body: string) => surveyPage(`<!doctype html><title>t</title>${body}`, () => new Map())

it('names are tags, classes, ids and custom properties', () => {
  const { names } = survey('<p class="a b&amp;c" id="d" fill="var(--ink)">text</p>')
  expect([...names].toSorted()).toEqual(['#d', '--ink', '.a', '.b&c', 'body', 'head', 'html', 'p', 'title'])
})

it('islands are named once', () => {
  expect(survey('<div data-island="x"></div><div data-island="x"></div>').islands).toEqual(['x'])
})

it('characters are seen as they will be shown, whatever hid them', () => {
  for (const text of ['→', '"\\u2192"', '"\\2192"']) expect(charactersIn(text)).toContain('→')
})
