import postcss from 'postcss'
import { expect, it } from 'vitest'
import { parseHtml } from '@/lib/publish/html'
import { faceReader } from '@/lib/publish/page-faces'
import { readTypography } from '@/lib/publish/typography'

const face = (family: string, rest: string) => `@font-face{font-family:"${family}";src:url(${family}.woff2);${rest}}`
const css =
  face('Sans', 'font-weight:400 600') +
  face('Serif', 'font-weight:400') +
  face('Serif', 'font-weight:600') +
  face('Serif', 'font-weight:400;font-style:italic') +
  '@font-face{font-family:"Stand-in";src:local("Arial")}' +
  ':root{--sans:"Sans",Arial;--serif:"Serif",serif}body{font-family:var(--sans)}.prose{font-family:var(--serif)}' +
  ':is(.note,.aside)>small{font-family:var(--serif)}p button{font-family:inherit}' +
  '@media print{body{font-family:"Serif"}}p:hover{font-family:"Serif"}'

const readFaces = faceReader(readTypography([postcss.parse(css)]))
const uses = (body: string) => readFaces(parseHtml(`<!doctype html><title>Serif</title><body>${body}`))
const used = (body: string) =>
  [...uses(body).keys()].map(({ family, italic, weights: [from] }) => `${family} ${from}${italic ? ' italic' : ''}`)

it('a page asks for the fonts that its text is set in, inherited ones included', () => {
  expect(used('<p>text</p>')).toEqual(['Sans 400'])
  expect(used('<p>text</p><div class="prose"><p>prose</p></div>')).toEqual(['Sans 400', 'Serif 400'])
  expect(used('<div class="prose"><p><button>x</button></p></div>')).toEqual(['Serif 400'])
})

it('slanted and bold faces are asked for only where there is such text', () => {
  expect(used('<div class="prose"><em>so</em></div>')).toEqual(['Serif 400 italic'])
  expect(used('<div class="prose"><p>a <strong>b</strong></p></div>')).toEqual(['Serif 400', 'Serif 600'])
  expect(used('<b>bold in a variable face</b>')).toEqual(['Sans 400'])
})

it('a choice of parents is followed', () => {
  expect(used('<p class="aside"><small>x</small></p><small>y</small>')).toEqual(['Serif 400', 'Sans 400'])
})

it('an element without text asks for nothing', () => {
  expect(used('<p>a</p><div class="prose"><p> </p></div>')).toEqual(['Sans 400'])
})

it('each face knows its characters, and how far into the page it begins', () => {
  const [sans, serif] = [...uses('<p>abba</p><div class="prose">é→</div>').values()]
  expect([...(sans?.characters ?? [])]).toEqual(['a', 'b'])
  expect([[...(serif?.characters ?? [])], serif?.startsAt]).toEqual([['é', '→'], 4])
})
