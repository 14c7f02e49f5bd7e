import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutSheet } from '@/lib/publish/sheet-parts'

const long = (name: string) => `.${name}{color:red;${'padding:1px;'.repeat(200)}}`
/** Names of classes, and the one tag. */
const page = (...names: string[]) => new Set(names.map((it) => (it === 'p' ? it : `.${it}`)))

const carried = (css: string, pages: ReadonlySet<string>[], index: number) =>
  cutSheet(css, pages, [])
    .filter((it) => it.users.has(index))
    .map((it) => it.css)
    .join('')

it('a page does not carry what only others use, where that saves more than a hash costs', () => {
  const css = `p{margin:0}${long('figure')}.prose{margin:1px}`
  const pages = [page('p', 'prose'), page('p', 'figure', 'prose')]
  expect(carried(css, pages, 0)).toBe('p{margin:0}.prose{margin:1px}')
  expect(carried(css, pages, 1)).toBe(css)
})

it('a few bytes are carried by all rather than named by a hash', () => {
  const css = 'p{margin:0}.a{margin:1px}.b{margin:2px}'
  expect(cutSheet(css, [page('p', 'a'), page('p', 'b')], []).map((it) => it.css)).toEqual([css])
})

it('what no page uses is in no part', () => {
  expect(cutSheet('p{margin:0}.gone{margin:1px}', [page('p')], []).map((it) => it.css)).toEqual(['p{margin:0}'])
})

it('blocks around rules are closed and opened again where a part ends', () => {
  const css = `@layer base{p{margin:0}${long('figure')}}@media print{${long('figure')}p{margin:1px}}`
  expect(carried(css, [page('p'), page('p', 'figure')], 0)).toBe('@layer base{p{margin:0}}@media print{p{margin:1px}}')
  expect(carried(css, [page('p'), page('p', 'figure')], 1)).toBe(
    `@layer base{p{margin:0}}@layer base{${long('figure')}}@media print{${long('figure')}}@media print{p{margin:1px}}`,
  )
})

it('there are never more parts than the policy has room for hashes', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const css = names.map(long).join('')
  const pages = names.map((it) => page(it))
  expect(cutSheet(css, pages, [])).toHaveLength(6)
  const few = cutSheet(css, pages, [], 3)
  expect(few.length).toBeLessThanOrEqual(3)
  expect(few.map((it) => it.css).join('')).toBe(css)
})

it('a part is known by the openings that are drawn by it; what is printed or moves can wait', () => {
  const print = '@media print{p{margin:3px}}@keyframes a{to{margin:4px}}'
  const css = `p{margin:0}.bar{margin:1px}${long('figure')}${print}`
  const parts = cutSheet(css, [page('p', 'bar', 'figure')], [page('p', 'bar')])
  expect(parts.filter((it) => it.openings.has(0)).map((it) => it.css)).toEqual(['p{margin:0}.bar{margin:1px}'])
  expect(parts.map((it) => it.css).join('')).toBe(css)
})

it('many pages of one kind cost the few of another nothing', () => {
  const css = `p{margin:0}.line{margin:1px}${long('note')}${long('table')}`
  const kinds = [page('p', 'line', 'note'), page('p', 'line', 'table')]
  const parts = (many: number) =>
    cutSheet(css, [...kinds, ...Array.from({ length: many }, () => page('p', 'line'))], []).map((it) => it.css)
  expect(parts(1000)).toEqual(parts(1))
})

it('however the sheet is cut, each page carries every rule that it uses, in the order of the sheet', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const rule = fc.record({ name: fc.constantFrom(...names), size: fc.integer({ min: 1, max: 900 }) })
  const pages = fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 14 }), pages, (rules, used) => {
      const each = rules.map(({ name, size }, index) => ({ name, css: `.${name}{--n${index}:${'x'.repeat(size)}}` }))
      const sets = used.map((it) => page(...it))
      const parts = cutSheet(each.map((it) => it.css).join(''), sets, [])
      for (const [index, set] of sets.entries()) {
        const own = parts.filter((it) => it.users.has(index)).map((it) => it.css)
        const needed = each.filter((it) => set.has(`.${it.name}`))
        const places = needed.map((it) => own.join('').indexOf(it.css))
        expect(places).toEqual(places.filter((it) => it >= 0).toSorted((a, b) => a - b))
      }
    }),
    { seed: 5 },
  )
})
