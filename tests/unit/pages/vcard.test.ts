import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vcard } from '@/lib/content/vcard'

const card = (over: Partial<Parameters<typeof vcard>[0]> = {}) =>
  vcard({
    name: 'Ada King Lovelace',
    role: 'Engineer; analyst',
    focusLine: ['Backend', 'Platform'],
    contact: { email: 'ada@example.org', repliesWithin: 'a day', topics: [] },
    site: 'https://example.org',
    location: undefined,
    links: [],
    ...over,
  })

const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('the vCard', () => {
  it('tells the family name from the others, and escapes what has a meaning', () => {
    expect(card().split('\r\n').slice(0, 6)).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Lovelace;Ada King;;;',
      'FN:Ada King Lovelace',
      'TITLE:Engineer\\; analyst',
      'EMAIL;TYPE=INTERNET:ada@example.org',
    ])
    expect(card()).toContain('\r\nURL:https://example.org\r\n')
    expect(card()).toMatch(/\r\nEND:VCARD\r\n$/)
  })

  it('takes a single name as a given one', () => {
    expect(card({ name: 'Ada' })).toContain('\r\nN:;Ada;;;\r\n')
  })

  it('folds every line at 75 bytes and loses nothing, whatever the script', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((it) => !/[\\;,\s]/.test(it)),
        (role) => {
          const text = card({ role })
          expect(Math.max(...text.split('\r\n').map((it) => Buffer.byteLength(it)))).toBeLessThanOrEqual(75)
          expect(unfolded(text)).toContain(`TITLE:${role}\r\n`)
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })
})
