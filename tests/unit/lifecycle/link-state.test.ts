import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingKeys } from '@/lib/lifecycle/assumptions'
import { clampSetting } from '@/lib/lifecycle/clamp-setting'
import {
  decodeLink,
  defaultLinkState,
  encodeLink,
  LINK_LIMIT,
  speeds,
  views,
  type DecodedLink,
  type LinkState,
} from '@/lib/lifecycle/link-state'
import { failureModes, stageIds } from '@/lib/lifecycle/stages'
import { momentAt, stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { fillIn } from '@/lib/lifecycle/words'
import { assumptions, scenarioNamed, scenarios, words } from './shipped-content'

const read = (fragment: string): DecodedLink => decodeLink(fragment, scenarios, assumptions)
const usual = defaultLinkState(scenarios[0]!)

const states: fc.Arbitrary<LinkState> = fc.record({
  scenario: fc.constantFrom(...scenarios.map(({ id }) => id)),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  index: fc.integer({ min: 0, max: 9_999 }),
  toggles: fc.dictionary(fc.constantFrom(...stageIds), fc.constantFrom(...failureModes)),
  settings: fc
    .uniqueArray(fc.constantFrom(...settingKeys))
    .chain((keys) =>
      fc
        .tuple(...keys.map((key) => fc.integer({ min: assumptions[key].least, max: assumptions[key].most })))
        .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]!]))),
    ),
  budgetMicros: fc.integer({ min: 0, max: 60_000_000 }),
  at: fc.integer({ min: 0, max: 600_000_000 }),
  before: fc.integer({ min: 0, max: 99 }),
  compare: fc.option(fc.constantFrom(...scenarios.map(({ id }) => id))),
  speed: fc.constantFrom(...speeds),
  view: fc.constantFrom(...views),
})

describe('a link', () => {
  it('brings back any state exactly, without a notice, within 2 KB, with plain characters only', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = encodeLink(state, scenarios)
        expect(link.length).toBeLessThanOrEqual(LINK_LIMIT)
        expect(link).toMatch(/^[A-Za-z0-9=&.-]+$/)
        const decoded = read(`#${link}`)
        expect(decoded.notices).toEqual([])
        expect({ ...decoded.state, toggles: { ...decoded.state.toggles } }).toEqual({
          ...state,
          toggles: { ...state.toggles },
          settings: { ...state.settings },
        })
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  it('fits 2 KB even with every setting at its longest', () => {
    const settings = Object.fromEntries(settingKeys.map((key) => [key, assumptions[key].most]))
    const toggles = Object.fromEntries(stageIds.map((stage) => [stage, 'fail' as const]))
    const link = encodeLink(
      {
        ...usual,
        seed: 0xffff_ffff,
        index: 9_999,
        settings,
        toggles,
        at: 600_000_000,
        compare: scenarios[3]!.id,
        view: 'distribution',
      },
      scenarios,
    )
    expect(link.length).toBeLessThanOrEqual(LINK_LIMIT)
  })

  it('survives a chat program that escapes it', () => {
    const link = encodeLink({ ...usual, settings: { rate: 90 }, compare: scenarios[2]!.id }, scenarios)
    expect(read(encodeURIComponent(link))).toEqual(read(link))
  })

  it('that is empty shows the first scenario without a word', () => {
    for (const fragment of ['', '#']) expect(read(fragment)).toEqual({ state: usual, notices: [] })
  })

  it.each([
    ['v=1&seed=NaN', 'no-number', 'seed'],
    ['v=1&seed=-4', 'out-of-range', 'seed'],
    ['v=1&seed=1e9', 'no-number', 'seed'],
    ['v=1&seed=0x10', 'no-number', 'seed'],
    ['v=1&seed=', 'no-number', 'seed'],
    ['v=1&seed=99999999999999999999', 'no-number', 'seed'],
    ['v=1&n=10000', 'out-of-range', 'n'],
    ['v=1&t=-1', 'out-of-range', 't'],
    ['v=1&b=999999999', 'out-of-range', 'b'],
    ['v=1&s=users', 'not-allowed', 's'],
    ['v=1&s=__proto__', 'not-allowed', 's'],
    ['v=1&c=nowhere', 'not-allowed', 'c'],
    ['v=1&f=4444', 'not-allowed', 'f'],
    ['v=1&f=9999999999999999', 'not-allowed', 'f'],
    ['v=1&x=constructor-5', 'unknown', 'x'],
    ['v=1&x=rate-lots', 'no-number', 'rate'],
    ['v=1&x=poolSize-1000000', 'out-of-range', 'poolSize'],
    ['v=1&r=99', 'not-allowed', 'r'],
    ['v=1&view=admin', 'not-allowed', 'view'],
    ['v=1&seed=1&seed=2', 'twice', 'seed'],
    ['v=1&admin=1', 'unknown', 'link'],
    ['v=2&s=cold-read', 'version', 'v'],
    ['v=0', 'version', 'v'],
  ])('"%s" is taken with a notice: %s on %s', (fragment, code, field) => {
    const { state, notices } = read(fragment)
    expect(notices.map((notice) => [notice.code, notice.field])).toEqual([[code, field]])
    expect(state.seed).toBeGreaterThanOrEqual(0)
    for (const { code: which, ...facts } of notices) expect(fillIn(words.notices[which], facts)).not.toMatch(/\{\w+\}/)
  })

  it('that is too long is refused whole', () => {
    const { state, notices } = read(`v=1&s=${'a'.repeat(3_000)}`)
    expect(state).toEqual(usual)
    expect(notices).toEqual([{ code: 'too-long', field: 'link', found: '3006', used: LINK_LIMIT }])
  })

  it('shows at most 40 characters of what it found, without control characters', () => {
    const [notice] = read(`v=1&view=${'\u0007\u202e<script>'.repeat(20)}`).notices
    expect(notice!.found.length).toBeLessThanOrEqual(41)
    expect(notice!.found).not.toMatch(/\p{C}/u)
  })

  it('never throws, and always gives a state that can be drawn, whatever it is given', () => {
    const pieces = fc.constantFrom(
      'v=1',
      'v=',
      's=',
      'seed=',
      'n=',
      'f=',
      'x=',
      'b=',
      't=',
      'c=',
      'r=',
      'view=',
      '&',
      '=',
      '.',
      '-',
      '%',
      '%zz',
      '#',
      'rate-',
      '1e9',
      '-1',
      'NaN',
      '\u0000',
      '__proto__',
      'toString',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(pieces, fc.string({ maxLength: 8 }), fc.integer().map(String)), { maxLength: 30 })
        .map((list) => list.join('')),
      fc
        .array(fc.tuple(pieces, fc.string({ maxLength: 12 })), { maxLength: 12 })
        .map((list) => `v=1&${list.map((pair) => pair.join('')).join('&')}`),
    )
    const drawn = new Set<string>()
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { state, notices } = read(fragment)
        expect(scenarios.some(({ id }) => id === state.scenario)).toBe(true)
        expect(notices.length > 0 || encodeLink(state, scenarios).length <= LINK_LIMIT).toBe(true)
        // Decoding what was made of it once more changes nothing.
        expect(read(encodeLink(state, scenarios))).toEqual({ state, notices: [] })
        drawn.add(encodeLink(state, scenarios))
      }),
      { seed: 13, numRuns: 3_000 },
    )
    for (const link of [...drawn].slice(0, 40)) {
      const { state } = read(link)
      const { spans, answer } = followRequest(scenarioNamed(state.scenario), state)
      expect(answer.status).toBeGreaterThanOrEqual(200)
      expect(momentAt(state.at, stepsOf(spans)).step).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('settings', () => {
  it('at their least and at their most still give a whole trace', () => {
    for (const key of settingKeys) {
      for (const value of [assumptions[key].least, assumptions[key].most]) {
        const { answer, responseMicros } = followRequest(scenarioNamed('slow-database'), { settings: { [key]: value } })
        expect(answer.status, `${key} ${value}`).toBeGreaterThanOrEqual(200)
        expect(Number.isSafeInteger(responseMicros), `${key} ${value}`).toBe(true)
      }
    }
  })

  it('all at their least, and all at their most, still give a whole trace', () => {
    for (const end of ['least', 'most'] as const) {
      const settings = Object.fromEntries(settingKeys.map((key) => [key, assumptions[key][end]]))
      for (const scenario of scenarios) {
        const { responseMicros } = followRequest(scenario, { settings, index: 30 })
        expect(Number.isSafeInteger(responseMicros) && responseMicros >= 0).toBe(true)
      }
    }
  })

  it('are clamped to the nearest allowed whole number', () => {
    expect([NaN, -5, 2.4, 1e12].map((value) => clampSetting(value, assumptions.attempts))).toEqual([3, 1, 2, 4])
  })
})
