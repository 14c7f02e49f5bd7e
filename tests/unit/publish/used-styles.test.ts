import { describe, expect, it } from 'vitest'
import { couldMatch, usedStyles } from '@/lib/publish/used-styles'

const names = (...all: string[]) => new Set(all)

describe('a style rule', () => {
  it('stays when every tag and class that it names is there', () => {
    expect(couldMatch('.row > p:first-child', names('.row', 'p'))).toBe(true)
    expect(couldMatch('.phone\\:pt-6', names('.phone:pt-6'))).toBe(true)
    expect(couldMatch('html', names())).toBe(true)
  })

  it('tells a class from a tag of that name', () => {
    expect(couldMatch('.code', names('code'))).toBe(false)
    expect(couldMatch('code', names('.code'))).toBe(false)
    expect(couldMatch('#map', names('#map'))).toBe(true)
  })

  it('goes when one of them is nowhere', () => {
    expect(couldMatch('.row > .gone', names('.row', 'p'))).toBe(false)
    expect(couldMatch('table', names('.row'))).toBe(false)
  })

  it('stays when a script holds the beginning of its class', () => {
    expect(couldMatch('.severity-high', names('.severity-'))).toBe(true)
    expect(couldMatch('.severity-high', names('.severity'))).toBe(false)
  })

  it("for a part of the browser's own controls goes where there is no control", () => {
    expect(couldMatch('::placeholder', names('p'))).toBe(false)
    expect(couldMatch('::placeholder', names('input'))).toBe(true)
    expect(couldMatch('::-webkit-search-decoration', names('input', 'type=text'))).toBe(false)
    expect(couldMatch('::-webkit-search-decoration', names('input', 'type=search'))).toBe(true)
    expect(couldMatch('::file-selector-button', names('input', 'button'))).toBe(false)
    expect(couldMatch('::selection', names('p'))).toBe(true)
  })

  it('is judged kindly where a page may change its state', () => {
    expect(couldMatch('button[aria-pressed="true"]:hover', names('button'))).toBe(true)
    expect(couldMatch('p:not(.gone)', names('p'))).toBe(true)
    expect(couldMatch(':is(.gone, .here) a', names('.here', 'a'))).toBe(true)
    expect(couldMatch(':is(.gone, .lost) a', names('a'))).toBe(false)
  })
})

describe('the styles of a family of pages', () => {
  const used = (css: string, ...here: string[]) => usedStyles(css, names(...here))

  it('hold only the rules in use, and no empty block is left of the others', () => {
    expect(used('.a{color:red}.b{color:blue}@media print{.b{color:black}}', '.a')).toBe('.a{color:red}')
  })

  it('keep of a list of selectors what lives', () => {
    expect(used('.a,.b{color:red}', '.b')).toBe('.b{color:red}')
  })

  it('keep a custom property that is read through another one, and drop the rest', () => {
    const css = ':root{--ink:var(--deep);--deep:#111;--lost:#222}p{color:var(--ink)}'
    expect(used(css, 'p')).toBe(':root{--ink:var(--deep);--deep:#111}p{color:var(--ink)}')
  })

  it('keep a custom property that the page or a script names itself', () => {
    expect(used(':root{--marker:#fae141}', '--marker')).toBe(':root{--marker:#fae141}')
  })

  it('keep only the font faces and animations that are asked for', () => {
    const css = '@font-face{font-family:"A"}@font-face{font-family:"B"}@keyframes x{to{top:0}}p{font-family:"A"}'
    expect(used(css, 'p')).toBe('@font-face{font-family:"A"}p{font-family:"A"}')
  })
})
