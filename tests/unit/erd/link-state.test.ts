import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeState, encodeState, INITIAL_STATE, type ExplorerState } from '@/lib/erd/explore/link-state'
import { shipped } from './read-for-test'

describe('a link', () => {
  it('restores every state it was made from', async () => {
    const data = await shipped()
    const table = fc.option(fc.constantFrom(...data.tables.map(({ id }) => id)))
    const thousandths = (lowest: number, highest: number) =>
      fc.integer({ min: lowest * 1000, max: highest * 1000 }).map((value) => value / 1000)
    const state: fc.Arbitrary<ExplorerState> = fc.record({
      focus: table,
      hops: fc.constantFrom(1, 2),
      mode: fc.constantFrom('all', 'keys', 'names'),
      showHubEdges: fc.boolean(),
      zoom: thousandths(0.25, 4),
      x: thousandths(0, 1),
      y: thousandths(0, 1),
      pathTo: table,
      deleteFrom: table,
    })
    fc.assert(
      fc.property(state, (wanted) => {
        const link = encodeState(wanted)
        expect(decodeState(`#${link}`, data)).toEqual({ state: wanted, notices: [] })
        expect(link.length).toBeLessThan(2048)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it.each([
    ['erd=1&zoom=NaN', 'no number'],
    ['erd=1&zoom=-3', 'limited to 0.25 to 4'],
    ['erd=1&zoom=1e9', 'limited'],
    ['erd=1&x=-1', 'limited to 0 to 1'],
    ['erd=1&y=Infinity', 'limited'],
    ['erd=1&focus=passwords', 'does not have'],
    ['erd=1&to=<script>', 'does not have'],
    ['erd=1&mode=everything', 'all, keys, names'],
    ['erd=1&hops=3', '1 and 2 are possible'],
    ['erd=9&focus=roles', 'version'],
    ['erd=1&evil=1', 'does not know'],
    [`erd=1&focus=${'x'.repeat(3000)}`, 'at most 2048'],
  ])('%s is set right and told about', async (fragment, notice) => {
    const { state, notices } = decodeState(fragment, await shipped())
    expect(notices.join(' ')).toContain(notice)
    expect(notices.join(' ').length).toBeLessThan(300)
    expect([state.zoom >= 0.25 && state.zoom <= 4, state.x >= 0 && state.x <= 1, state.y >= 0 && state.y <= 1]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('never throws and never leaves its limits, whatever it holds', async () => {
    const data = await shipped()
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('erd=1', '&', 'zoom=', 'x=', 'focus=roles', '%', '%zz', '1e400', '-0', 'hops=2'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { state } = decodeState(pieces.join(''), data)
        expect(state.zoom >= 0.25 && state.zoom <= 4 && state.x >= 0 && state.x <= 1 && state.y >= 0 && state.y <= 1).toBe(true)
      }),
      { seed: 9, numRuns: 300 },
    )
  })

  it("that is empty or somebody else's starts afresh without a word", async () => {
    const data = await shipped()
    for (const fragment of ['', '#', '#top', '#queue=1'])
      expect(decodeState(fragment, data)).toEqual({ state: INITIAL_STATE, notices: [] })
  })
})
