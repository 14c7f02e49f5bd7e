import { describe, expect, it } from 'vitest'
import { spokenClaim } from '@/lib/content/amount'
import type { Cv } from '@/lib/content/cv'
import { cvText } from '@/lib/content/cv-text'
import { lengthInMonths, shortMonth, spokenLength } from '@/lib/content/engagements'

const claim = { id: 'a', metric: 'Build', method: '', evidence: 'project:a', verified: '2026-01-01' }

const cv = {
  owner: {
    name: 'Ada Example',
    role: 'Engineer',
    focusLine: ['Backend'],
    contact: { email: 'ada@example.org' },
    links: [],
    statement: 'A statement that is long enough to be wrapped into a second line, because no line of a form is endless.',
    experience: { years: '5+', of: 'building' },
    openTo: ['Staff Engineer'],
    availableFor: 'Consultation.',
  },
  results: [{ project: 'Website builder', href: '', lines: [{ metric: 'Build', value: '8\u00a0s to 1.4\u00a0s' }] }],
  experience: [{ period: 'Jan 2020 to now', title: 'Engineer', kind: 'contract', summary: 'What it was.' }],
  systems: [],
  reports: [],
  stack: [],
} as unknown as Cv

describe('the CV as plain text', () => {
  it('has no line longer than 78 characters and no space that a form would not take', () => {
    const text = cvText(cv)
    expect(Math.max(...text.split('\n').map((it) => it.length))).toBeLessThanOrEqual(78)
    expect(text).not.toContain('\u00a0')
  })

  it('leaves out what there is nothing of', () => {
    expect(cvText(cv)).toContain('Experience\n----------')
    expect(cvText(cv)).not.toContain('Systems')
  })
})

describe('a claim in words', () => {
  it('names both ends, the change, or the result', () => {
    expect(
      spokenClaim({
        ...claim,
        before: { value: 8, unit: 's', comparator: 'exactly' },
        after: { value: 6, unit: 's', comparator: 'under' },
      }),
    ).toBe('8\u00a0s to under 6\u00a0s')
    expect(spokenClaim({ ...claim, change: { value: -68, unit: '%', comparator: 'exactly' } })).toBe('\u221268%')
    expect(spokenClaim({ ...claim, result: 'automatic' })).toBe('automatic')
  })
})

describe('an engagement in words', () => {
  it('counts both its months', () => {
    expect(lengthInMonths('2020-01', '2020-12', '2026-11')).toBe(12)
    expect(spokenLength(lengthInMonths('2023-03', '2026-01', '2026-11'))).toBe('2 years 11 months')
    expect(spokenLength(1)).toBe('1 month')
  })

  it('ends now while it lasts', () => {
    expect(shortMonth('present')).toBe('now')
    expect(lengthInMonths('2026-11', 'present', '2026-11')).toBe(1)
  })
})
