import { describe, expect, it } from 'vitest'
import { checkWith, fileOf, sound, textOf, today } from './content-folder'
import { compileDocument } from './compiled'
import { fuzz } from './fuzz'
import { firstMissing, writtenText } from './written-text'

describe('documents made wrong at random', () => {
  it('fail with a located message or build exactly as they are written, and none is dropped', async () => {
    const counts = await fuzz({ files: sound, today, seed: 20_261_121, runs: 600 })
    expect(counts.failures).toEqual([])
    expect(counts.refused + counts.passed).toBe(600)
    // Both ways are really taken, and many rules are met.
    expect(counts.compiled).toBeGreaterThan(60)
    expect(counts.byRule.size).toBeGreaterThan(20)
  })
})

describe('what the mutations are measured by', () => {
  it('finds every sound document compiled as it is written', async () => {
    for (const { path } of sound.filter((it) => it.path.endsWith('.mdx'))) {
      const { text } = await compileDocument(textOf(path))
      expect(firstMissing(writtenText(textOf(path)), text), path).toBeUndefined()
    }
  })

  it('finds the ids of headings that the check lets links point to', async () => {
    const headings = [
      '## The limit, and why',
      '## `code` & *emphasis*',
      '### Élan vital 2.0',
      '#### One -- two',
      '## The limit and why',
      '## 日本',
    ]
    const source = textOf('pages/about.mdx').replace('Some text.', headings.join('\n\nText.\n\n'))
    const { documents } = checkWith(fileOf('pages/about.mdx', source))
    const { headingIds } = await compileDocument(source)
    expect(documents.find((it) => it.path === 'pages/about.mdx')?.body?.anchors).toEqual(headingIds)
    expect(headingIds).toHaveLength(headings.length)
  })

  it('would notice a text that was dropped or moved', () => {
    expect(firstMissing(['one', 'two'], 'one two')).toBeUndefined()
    expect(firstMissing(['one', 'two'], 'one')).toBe('two')
    expect(firstMissing(['one', 'two'], 'two one')).toBe('two')
  })
})
