import { describe, expect, it } from 'vitest'
import { readFixture } from './read-for-test'

const FLOOR = [
  'tenants',
  'users',
  'memberships',
  'roles',
  'permissions',
  'role_permissions',
  'projects',
  'subscriptions',
  'invoices',
  'audit_log',
]

describe('the shipped schema', () => {
  it('holds the tables it was promised to hold, and more', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    const names = model.tables.filter((table) => table.partitionOf === null).map(({ id }) => id)
    expect(FLOOR.filter((name) => !names.includes(name))).toEqual([])
    expect(names.length).toBeGreaterThanOrEqual(16)
  })

  it('uses every statement', async () => {
    const { report } = await readFixture('content/schemas/saas.sql')
    expect([report.used, report.failed, report.ignored, report.ignoredClauses, report.problems]).toEqual([
      report.statements,
      0,
      [],
      [],
      [],
    ])
  })

  it('says of every table and column what it is for', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    for (const table of model.tables.filter(({ partitionOf }) => partitionOf === null)) {
      expect([
        table.id,
        table.comment === null,
        table.columns.filter(({ comment }) => (comment ?? '').length < 10).map(({ name }) => name),
      ]).toEqual([table.id, false, []])
    }
  })

  it('shows what PostgreSQL can do: partitions, enums, domains, generated columns, exclusion, partial and expression indexes', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    const indexes = model.tables.flatMap((table) => table.indexes)
    expect({
      partitions: model.tables.filter(({ partitionOf }) => partitionOf !== null).length,
      enums: model.enums.length,
      domains: model.domains.length,
      generated: model.tables
        .filter(({ partitionOf }) => partitionOf === null)
        .flatMap((table) => table.columns)
        .filter((column) => column.generated).length,
      exclusions: model.tables.flatMap((table) => table.exclusions).length,
      partial: indexes.filter((index) => index.predicate !== null).length,
      expressions: indexes.filter((index) => index.parts.some((part) => part.expression !== null)).length,
      composite: model.tables.flatMap((table) => table.foreignKeys).filter((key) => key.columns.length > 1).length,
    }).toEqual({ partitions: 3, enums: 6, domains: 2, generated: 3, exclusions: 1, partial: 6, expressions: 3, composite: 13 })
  })

  it('guards every tenant-owned table with forced policies for all four commands', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    const owned = model.tables.filter(
      (table) => table.partitionOf === null && table.columns.some(({ name }) => name === 'tenant_id'),
    )
    expect(owned).toHaveLength(14)
    for (const table of owned) {
      expect([table.id, table.rowSecurity, table.policies.map(({ command }) => command)]).toEqual([
        table.id,
        { enabled: true, forced: true },
        ['select', 'insert', 'update', 'delete'],
      ])
    }
  })
})
