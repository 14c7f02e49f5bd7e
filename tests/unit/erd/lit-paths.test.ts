import { describe, expect, it } from 'vitest'
import { LIT_LAYERS, type LitPart, litPaths } from '@/lib/erd/explore/lit-paths'

const table = (x: number): LitPart => ({ kind: 'table', box: { x, y: 0, width: 10, height: 5 } })
const edge = (line: string, part: Partial<Extract<LitPart, { kind: 'edge' }>> = {}): LitPart => ({
  kind: 'edge',
  line,
  marks: `${line}m`,
  isDashed: false,
  isHub: false,
  label: null,
  ...part,
})
const parts = new Map<string, LitPart>([
  ['t0', table(0)],
  ['t1', table(20)],
  ['t2', table(40)],
  ['e0', edge('M1')],
  ['e1', edge('M2', { isDashed: true, label: { x: 5, y: 5, width: 8, height: 4 } })],
  ['h0', edge('M3', { isHub: true, label: { x: 9, y: 9, width: 8, height: 4 } })],
])
const lit = (marks: Record<string, string>) => Object.fromEntries(litPaths(parts, new Map(Object.entries(marks))))

describe('what is lit', () => {
  it('is nothing when nothing is asked, and nothing stands back', () => {
    expect(lit({})).toEqual({})
  })

  it('covers every other table and label, outlines neighbours, and leaves the table asked about to its own style', () => {
    expect(lit({ t0: 'focus', t1: 'near' })).toEqual({
      'other tables': 'M40 0h10v5h-10z',
      outlines: 'M20 0h10v5h-10z',
      'other labels': 'M5 5h8v4h-8z',
    })
  })

  it('draws lit edges again by kind, with their marks and the marker below; a hidden label needs no cover', () => {
    expect(lit({ t0: 'focus', t1: 'near', t2: 'blocks', e0: 'near', e1: 'blocks', h0: 'near' })).toEqual({
      outlines: 'M20 0h10v5h-10z',
      glow: 'M1M2M3',
      'edge near solid': 'M1',
      'edge blocks dashed': 'M2',
      'edge marks': 'M1mM2m',
      'hub near solid': 'M3',
      'hub marks': 'M3m',
    })
  })

  it('has a layer for every path, each once', () => {
    const names = LIT_LAYERS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const every = ['near', 'blocks'].flatMap((word) => Object.keys(lit({ t0: 'near', e0: word, e1: word, h0: word })))
    expect(every.filter((name) => !names.includes(name))).toEqual([])
  })
})
