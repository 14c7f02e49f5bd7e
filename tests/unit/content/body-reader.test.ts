import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMarkdown, readWithAllSyntax } from '@/lib/content/check/body-reader'

const outcome = (read: (text: string) => unknown, text: string): unknown => {
  try {
    return read(text)
  } catch (error) {
    return String(error)
  }
}

function isReadAlike(text: string): void {
  expect(outcome(readMarkdown, text)).toEqual(outcome(readWithAllSyntax, text))
}

it('every text of the site is read as all syntax together reads it', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.mdx'))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) isReadAlike(readFileSync(join('content', file), 'utf8'))
})

it.each([
  'see www.example.org for more',
  'write to a&#64;example.org',
  'see http:\\//example.org and www\\.example.org',
  'see HTTPS://EXAMPLE.ORG/ and WWW.EXAMPLE.ORG',
  'me@example.org',
  'w**ww**.example.org and ~~www~~.example.org',
  '> www\n> .example.org',
])('a bare link is one however it is written: %s', isReadAlike)

it('any mixture of words, marks and pieces of addresses is read alike', () => {
  const pieces = ['www', '.', 'http', 's', ':', '/', '//', '@', '&#64;', '&commat;', '\\', 'example', 'org', ' ', '\n', '\n\n']
  const marks = [
    '*',
    '**',
    '~~',
    '`',
    '> ',
    '- ',
    '[',
    ']',
    '(',
    ')',
    '|',
    '---',
    '<Mark>',
    '</Mark>',
    '_',
    '#',
    '$',
    '1. ',
    '[^1]',
    '+',
  ]
  const texts = fc.array(fc.constantFrom(...pieces, ...marks), { maxLength: 30 }).map((it) => it.join(''))
  fc.assert(fc.property(texts, isReadAlike), { numRuns: 2000, seed: 20261121 })
})
