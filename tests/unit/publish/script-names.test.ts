import { expect, it } from 'vitest'
import { namesIn } from '@/lib/publish/script-names'

const words = (script: string) => namesIn(script).filter((it) => !/[.#=]/.test(it))

it('a word of a text may be a tag, a class or an id', () => {
  expect(namesIn('x.className="lc-row"')).toEqual(['lc-row', '.lc-row', '#lc-row'])
})

it('a kind of input is what a script sets as a type', () => {
  const kinds = namesIn('a.type="range";f("input",{type:"search"});const time="time"').filter((it) => it.startsWith('type='))
  expect(kinds).toEqual(['type=range', 'type=search'])
})

it('what the code itself is made of names nothing on the page', () => {
  expect(words('const index={results:a.figure};for(let cv of index.results)cv.prose()')).toEqual([])
})

it('a sentence for the reader names nothing, a piece of a template may', () => {
  expect(words('f("The index of results.","Index",`severity-${level} row`)')).toEqual(['severity-', 'row'])
})

it('a custom property is one wherever it is read or set', () => {
  expect(words('s.setProperty("--lc-at",1);s.color="calc(1px + var(--ink))"')).toEqual(['--lc-at', '--ink'])
})
