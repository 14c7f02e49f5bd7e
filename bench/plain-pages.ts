import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import {
  attribute,
  type Element,
  elements,
  insertFirst,
  isElement,
  makeElement,
  only,
  parseHtml,
  printHtml,
  remove,
  textOf,
} from '@/lib/publish/html'

/** What says nothing in words: a page written by hand would not have it. */
const wordless = ['script', 'style', 'svg', 'link', 'template', 'button', 'input', 'canvas', 'picture', 'img']

const kept = ['href', 'id', 'colspan', 'rowspan', 'start', 'datetime', 'open', 'elementtiming']

/** What a careful hand would put into a plain page. */
const sheet =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,serif}pre{overflow:auto}td,th{padding:.25rem .5rem}'

const flatten = (element: Element): void => {
  const parent = element.parentNode
  if (!parent) return
  const at = parent.childNodes.indexOf(element)
  for (const child of element.childNodes) child.parentNode = parent
  parent.childNodes.splice(at, 1, ...element.childNodes)
}

/** The same text, from the bar to the foot, as a page written by hand: headings, lists, tables and code, a line of style, nothing else. */
export function plainPage(html: string): string {
  const document = parseHtml(html)
  const title = elements(document).find((it) => it.tagName === 'title')
  const body = only(document, 'body')
  const plain = parseHtml('<!doctype html><html lang="en"><head></head><body></body></html>')
  const head = only(plain, 'head')
  for (const element of [
    makeElement('meta', { charset: 'utf-8' }),
    makeElement('meta', { name: 'viewport', content: 'width=device-width' }),
    makeElement('title', {}, title ? textOf(title) : ''),
    makeElement('style', {}, sheet),
  ])
    head.childNodes.push(element)
  for (const element of elements(body)) if (wordless.includes(element.tagName)) remove(element)
  for (const element of elements(body)) {
    element.attrs = element.attrs.filter((it) => kept.includes(it.name))
    if (['div', 'span'].includes(element.tagName) || element.tagName.includes('-')) flatten(element)
  }
  insertFirst(only(plain, 'body'), body.childNodes)
  return printHtml(plain)
}

/** So that the browser says when it has painted the heading. */
export function timeHeading(html: string): string {
  const document = parseHtml(html)
  for (const it of elements(document).filter((it) => isElement(it) && it.tagName === 'h1'))
    if (attribute(it, 'elementtiming') === undefined) it.attrs.push({ name: 'elementtiming', value: 'heading' })
  return printHtml(document)
}

/** Puts a page where the server of `npm start` finds it, compressed as it serves all others. */
export function writePage(folder: string, path: string, html: string): void {
  const file = join(folder, path, 'index.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
  writeFileSync(`${file}.br`, brotliCompressSync(html))
}

export const readPage = (folder: string, path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8')
