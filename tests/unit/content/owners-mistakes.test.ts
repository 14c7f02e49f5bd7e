import { expect, it } from 'vitest'
import { messageOf } from '@/lib/content/check/problem'
import { yamlOf } from '@/lib/content/write-document'
import { checkWith, fileOf, textOf } from './content-folder'
import { mistakes, text } from './mistakes'

const path = 'articles/new-piece.mdx'
const toldOf = (content: string) =>
  checkWith(fileOf(path, content)).problems.map((it) => `${it.line}:${it.column} ${messageOf(it)}`)

it('the article as it stands is right', () => expect(toldOf(text)).toEqual([]))

it.each(mistakes)('%s is told once, at its place', (_, from, to, told) => {
  expect(text).toContain(from)
  expect(toldOf(text.replace(from, () => to))).toEqual([told])
})

it('a comment after one word, dollars about a formula, and quoted words in a title are what they look like', () => {
  const lookalikes = text
    .replace('kind: article', 'kind: article # or deep-dive')
    .replace('title: A new piece about queues', 'title: “At least once” and “exactly once”')
    .replace('Text.', 'With $n = 5$ and $m$.')
  expect(toldOf(lookalikes)).toEqual([])
})

it('a picture is told where it lies wrong, and where it is larger than a repository should keep', () => {
  const bytes = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const told = (at: string, size: number) =>
    checkWith({ ...fileOf(at, bytes), size }).problems.map((it) => `${it.rule} ${messageOf(it)}`)
  expect(told('images/a.png', 8)).toEqual([
    'file-place nothing reads the folder images/; allowed: a picture beside the document that shows it, such as articles/<slug>/diagram.png',
  ])
  expect(told('articles/a.png', 11 * 1024 * 1024)).toContain(
    'file-size the picture has 11 MiB; allowed: at most 10 MiB; the build makes all smaller widths of it',
  )
})

it('a year is no month', () => {
  const file = 'experience/broker.mdx'
  const { problems } = checkWith(fileOf(file, textOf(file).replace(/from: \S+/, 'from: 2023')))
  expect(problems.map(messageOf)).toEqual(['from is the number 2023; allowed: a month as YYYY-MM'])
})

it.each([
  ['2023-03-01', '2023-03'],
  ['March 2023', '2023-03'],
  ['2023/3', '2023-03'],
])('a month written as %s is told with the month that is meant', (written, meant) => {
  const file = 'experience/broker.mdx'
  const { problems } = checkWith(fileOf(file, textOf(file).replace(/from: \S+/, `from: ${written}`)))
  expect(problems.map(messageOf)).toEqual([`from is "${written}"; allowed: a month as YYYY-MM; did you mean "${meant}"?`])
})

it('what our own commands write is never read as something else', () => {
  for (const title of ['“Exactly once” in queues and “no”', '“Exactly once”', 'Queues in C # and more', '- A dash', 'One: two'])
    expect(toldOf(text.replace('title: A new piece about queues\n', () => yamlOf({ title })))).toEqual([])
})

it('a figure of an unknown kind is told once', () => {
  const figures = 'kind: article\nfigures: { load: { kind: bar, caption: Load over a day. } }'
  const [told, ...others] = toldOf(text.replace('kind: article', figures)).filter((it) => it.includes('kind'))
  expect([told?.slice(told.indexOf('figures')), others]).toEqual([
    'figures.load.kind is "bar"; allowed: topology, sequence, states, bars, lanes',
    [],
  ])
})
