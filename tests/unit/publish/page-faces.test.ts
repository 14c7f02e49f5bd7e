import { expect, it } from 'vitest'
import type { Face } from '@/lib/publish/fonts'
import { parseHtml } from '@/lib/publish/html'
import { facesOnPage, readTypography } from '@/lib/publish/page-faces'

const face = (family: string, over: Partial<Face> = {}): Face => ({
  family,
  italic: false,
  weights: [400, 400],
  address: `/assets/${family}.woff2`,
  bytes: 1,
  ...over,
})
const sans = face('Sans', { weights: [400, 600] })
const serif = face('Serif')
const serifBold = face('Serif', { weights: [600, 600], address: '/assets/bold.woff2' })
const serifItalic = face('Serif', { italic: true, address: '/assets/italic.woff2' })
const faces = [sans, serif, serifBold, serifItalic]
const css =
  ':root{--sans:"Sans",Arial;--serif:"Serif",serif}body{font-family:var(--sans)}.prose{font-family:var(--serif)}@media print{body{font-family:"Serif"}}'

const used = (body: string) =>
  facesOnPage(parseHtml(`<!doctype html><title>Serif</title><body>${body}`), readTypography(css, faces)).map((it) => it.face)

it('a page asks for the fonts that its text is set in, inherited ones included', () => {
  expect(used('<p>text</p>')).toEqual([sans])
  expect(used('<p>text</p><div class="prose"><p>prose</p></div>')).toEqual([sans, serif])
})

it('slanted and bold faces are asked for only where there is such text', () => {
  expect(used('<div class="prose"><em>so</em></div>')).toEqual([serifItalic])
  expect(used('<div class="prose"><p>a <strong>b</strong></p></div>')).toEqual([serif, serifBold])
  expect(used('<b>bold in a variable face</b>')).toEqual([sans])
})

it('an element without text asks for nothing', () => {
  expect(used('<p>a</p><div class="prose"><p> </p></div>')).toEqual([sans])
})
