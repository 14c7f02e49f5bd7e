import { describe, expect, it } from 'vitest'
import { readSchemaText } from '@/lib/erd/sql/read-schema'
import { FEATURES } from '@/tests/fixtures/erd/features'

describe('the features of PostgreSQL DDL', () => {
  it('are at least the 58 the specification asks for', () => {
    expect(FEATURES.length).toBeGreaterThanOrEqual(58)
    expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length)
  })

  it.each(FEATURES)('$name: in the model or listed by kind', async (feature) => {
    const { model, report } = await readSchemaText(feature.sql, { name: 'feature', file: 'feature.sql' })
    expect(report.problems).toEqual([])
    expect(report.failed).toBe(0)
    expect(report.ignored.map(({ kind }) => kind)).toEqual(feature.ignored ?? [])
    expect(report.ignoredClauses.map(({ kind }) => kind)).toEqual(feature.clauses ?? [])
    expect(feature.pick ? feature.pick(model) : 'nothing to pick').toEqual(feature.pick ? feature.expected : 'nothing to pick')
  })
})
