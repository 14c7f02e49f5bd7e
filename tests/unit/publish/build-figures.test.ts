import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { countTests, tellFigures } from '@/lib/publish/build-figures'
import { elements, parseHtml, printHtml, textOf } from '@/lib/publish/html'
import type { PageWeight } from '@/lib/publish/page-weight'
import type { Site } from '@/lib/publish/site'

const weight = (path: string, kilobytes: number, islands = 0): PageWeight => ({
  path,
  total: kilobytes * 1024,
  requests: 4,
  script: 1024,
  islands,
  parts: [],
})

const figures = {
  weights: [weight('writing/a/index.html', 30), weight('writing/b/index.html', 50), weight('writing/c/index.html', 41, 2048)],
  tests: [{ kind: 'of models', files: 2, declared: 9 }],
  pageKinds: 31,
}

const told = (html: string) => {
  const page = { path: 'colophon/index.html', document: parseHtml(`<!doctype html><title>t</title>${html}`) }
  tellFigures(page, { figures } as unknown as Site)
  return page.document
}

const rowsOf = (document: ReturnType<typeof told>) =>
  elements(document)
    .filter((it) => it.tagName === 'tr')
    .map((it) => elements(it).map(textOf))

it('says of each kind of page how many there are and what the heaviest has of its budget', () => {
  const rows = rowsOf(told('<div data-build-figures></div>'))
  expect(rows).toContainEqual(['Article', '2', '50.0', '50.0', '55.0', '1.0', '4'])
  expect(rows).toContainEqual(['Article with an instrument', '1', '41.0', '41.0', '110.0', '1.0', '4'])
  expect(rows).toContainEqual(['of models', '9', '2'])
  expect(rows).toContainEqual(['Kinds of page looked at', '31'])
})

it('leaves a page without room for them as it is', () => {
  expect(printHtml(told('<p>text</p>'))).toContain('<body><p>text</p></body>')
})

it('counts the tests that are there', () => {
  const counted = countTests(process.cwd())
  expect(counted.map((it) => it.kind)).toEqual(['Models and content', 'Built pages, servers', 'In a browser'])
  for (const { files, declared } of counted) expect(declared).toBeGreaterThan(files)
})

it('asks which kinds of page there are when it says so: what is loaded with the build knows no compiled content yet', async () => {
  const { metafile } = await build({
    entryPoints: ['lib/cli/build.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': process.cwd() },
    logLevel: 'silent',
  })
  expect(Object.keys(metafile.inputs)).toContain('lib/cli/find-page-kinds.ts')
  expect(Object.keys(metafile.inputs)).not.toContain('lib/cli/page-kinds.ts')
})
