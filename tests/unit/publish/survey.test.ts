import { expect, it } from 'vitest'
import { charactersIn, surveyPage } from '@/lib/publish/survey'

const survey = (body: string) => surveyPage(`<!doctype html><title>t</title>${body}`, () => new Map())

it('names are tags, classes, ids and custom properties', () => {
  const { names } = survey('<p class="a b&amp;c" id="d" fill="var(--ink)">text</p>')
  expect([...names].toSorted()).toEqual(['#d', '--ink', '.a', '.b&c', 'body', 'head', 'html', 'p', 'title'])
})

it('the opening ends with the first header of the content, and is the whole page where there is none', () => {
  const { opening } = survey(
    '<nav class="bar"></nav><main><article><header class="a"><b></b></header><p class="c"></p></article></main>',
  )
  expect([...opening].filter((it) => /^[.b]/.test(it)).toSorted()).toEqual(['.a', '.bar', 'b', 'body'])
  const whole = survey('<header class="bar"></header><main><p class="c"></p></main>')
  expect(whole.opening).toEqual(whole.names)
})

it('islands are named once', () => {
  expect(survey('<div data-island="x"></div><div data-island="x"></div>').islands).toEqual(['x'])
})

it('characters are seen as they will be shown, whatever hid them', () => {
  for (const text of ['→', '"\\u2192"', '"\\2192"']) expect(charactersIn(text)).toContain('→')
})
