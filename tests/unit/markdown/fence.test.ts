import { describe, expect, it } from 'vitest'
import { parseFenceMeta } from '@/lib/markdown/fence'

describe("what stands after a fence's language", () => {
  it('names the file, marks lines, and says whether to run it', () => {
    const { meta, unknown } = parseFenceMeta('file="src/a b.ts" {3,5-7} add={2} del={4} focus={1-2} run')
    expect(meta.file).toBe('src/a b.ts')
    expect([...meta.marked]).toEqual([3, 5, 6, 7])
    expect([[...meta.added], [...meta.removed], [...meta.focused]]).toEqual([[2], [4], [1, 2]])
    expect(meta.run).toBe(true)
    expect(unknown).toEqual([])
  })

  it('may say why a block is not checked', () => {
    expect(parseFenceMeta('check="parse: needs pg"').meta.check).toBe('parse: needs pg')
  })

  it('is told back when it is not understood', () => {
    expect(parseFenceMeta('fiel="a.ts" {2} showLineNumbers').unknown).toEqual(['fiel="a.ts"', 'showLineNumbers'])
  })

  it('survives an absurd range', () => {
    expect(parseFenceMeta('{1-999999999}').meta.marked.size).toBeLessThanOrEqual(10_000)
  })
})
