import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { collections } from '@/lib/content/collections'
import { contentlayerFields } from '@/lib/content/contentlayer-fields'
import { daysBetween, longDate, todayInUtc, visibilityOn } from '@/lib/content/dates'
import { day } from '@/lib/content/fields'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('a date, seen from %s', (name) => {
  it('is the day that is written, from the file to the page', () => {
    process.env.TZ = name
    const { date } = parse('date: 2026-01-01') as { date: string }
    expect(day.parse(date)).toBe('2026-01-01')
    expect(longDate(date)).toBe('1 January 2026')
  })

  it('is today by UTC, wherever the build runs', () => {
    process.env.TZ = name
    expect(todayInUtc(new Date('2026-11-21T00:00:00Z'))).toBe('2026-11-21')
    expect(todayInUtc(new Date('2026-11-21T23:59:59Z'))).toBe('2026-11-21')
  })

  it('is as far from another as the calendar says', () => {
    process.env.TZ = name
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
  })
})

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00:00Z', ''])('does not exist: %s', (text) => {
    expect(day.safeParse(text).success).toBe(false)
  })

  it('may be the last of February in a leap year', () => {
    expect(day.safeParse('2028-02-29').success).toBe(true)
  })

  it('is text to Contentlayer, whose own dates are moments in a time zone', () => {
    const types = collections.flatMap((it) => Object.values(contentlayerFields(it.schema)).map((field) => field.type))
    expect(new Set(types)).toEqual(new Set(['string', 'number', 'boolean', 'json']))
  })
})

describe('a piece', () => {
  it('is public from its day on, and never while it is a draft', () => {
    expect(visibilityOn('2026-11-20', { publishAt: '2026-11-21' })).toBe('scheduled')
    expect(visibilityOn('2026-11-21', { publishAt: '2026-11-21' })).toBe('public')
    expect(visibilityOn('2026-11-22', { draft: true, publishAt: '2026-11-21' })).toBe('draft')
    expect(visibilityOn('2026-11-21', {})).toBe('public')
  })
})

describe('a date in words', () => {
  it('has no day where none is known', () => {
    expect(longDate('2026-11')).toBe('November 2026')
  })
})
