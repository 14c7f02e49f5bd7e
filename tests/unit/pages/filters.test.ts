import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mostOptions, projectFilters } from '@/lib/content/filters'

const sheet = readFileSync('components/entries/filters.css', 'utf8')

describe('filters without a script', () => {
  it('have a rule in the sheet for every place that a value can have', () => {
    for (const name of ['language', 'domain', 'role'])
      for (let place = 1; place <= mostOptions; place += 1)
        expect(sheet).toContain(`:has(#${name}-${place}:checked) .index > :not(.${name}-${place})`)
  })

  it('offer no value twice and no more than there is room for', () => {
    for (const { options } of projectFilters()) {
      expect(options.length).toBeLessThanOrEqual(mostOptions)
      expect(new Set(options.map((it) => it.place)).size).toBe(options.length)
    }
  })
})
