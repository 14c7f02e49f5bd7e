import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJoinPath } from '@/lib/erd/explore/join-path'
import { neighbourhood } from '@/lib/erd/explore/neighbours'
import { searchSchema } from '@/lib/erd/explore/search'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'
import { dataOf, read, shipped } from './read-for-test'

describe('neighbours', () => {
  it('are one or two references away, in either direction', async () => {
    const data = await shipped()
    const near = neighbourhood(data, 'invoices', 1)
    expect([...near.distances]).toEqual([
      ['invoices', 0],
      ['tenants', 1],
      ['subscriptions', 1],
      ['invoice_lines', 1],
      ['payments', 1],
    ])
    expect(
      [...neighbourhood(data, 'webhook_deliveries', 2).distances].filter(([, distance]) => distance === 2).map(([id]) => id),
    ).toEqual(['projects'])
  })

  it('are not reached through a hub, unless the hub itself is in focus', async () => {
    const data = await shipped()
    expect(neighbourhood(data, 'audit_log', 2).distances).toEqual(
      new Map([
        ['audit_log', 0],
        ['tenants', 1],
      ]),
    )
    expect(neighbourhood(data, 'tenants', 1).distances.size).toBe(15)
  })

  it('list only references that are part of the way', async () => {
    const data = await shipped()
    expect(neighbourhood(data, 'invoice_lines', 1).references).toEqual([
      'invoice_lines.invoice_lines_tenant_id_fkey',
      'invoice_lines.invoice_lines_invoice_fkey',
    ])
  })
})

describe('the path between two tables', () => {
  it('is a join with every column of a composite key', async () => {
    const path = findJoinPath(await shipped(), 'role_permissions', 'memberships')
    expect(path).toMatchObject({ kind: 'path', throughHub: null })
    expect(path.kind === 'path' ? path.sql : '').toBe(
      [
        'SELECT *',
        'FROM role_permissions',
        'JOIN roles ON roles.tenant_id = role_permissions.tenant_id AND roles.id = role_permissions.role_id',
        'JOIN memberships ON memberships.tenant_id = roles.tenant_id AND memberships.role_id = roles.id;',
      ].join('\n'),
    )
  })

  it('takes real references before a shortcut over the hub, and says when it had to take it', async () => {
    const data = await shipped()
    expect(findJoinPath(data, 'role_permissions', 'webhook_deliveries')).toMatchObject({ throughHub: null })
    expect(findJoinPath(data, 'audit_log', 'payments')).toMatchObject({ throughHub: 'tenants' })
  })

  it('quotes what needs quoting and names a table twice when it comes twice', async () => {
    const data = await dataOf('CREATE TABLE s."Node" ("order" int PRIMARY KEY, "Up" int REFERENCES s."Node");')
    const path = findJoinPath(data, 's."Node"', 's."Node"')
    expect(path.kind === 'path' ? path.sql : '').toBe(
      'SELECT *\nFROM s."Node"\nJOIN s."Node" AS Node_2 ON Node_2."order" = s."Node"."Up";',
    )
  })

  it('gives a reason when there is none', async () => {
    const data = await dataOf('CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);')
    expect(findJoinPath(data, 'a', 'b')).toEqual({ kind: 'none', reason: 'No chain of foreign keys connects a and b.' })
    expect(findJoinPath(data, 'a', 'nowhere')).toEqual({ kind: 'none', reason: 'There is no table nowhere.' })
    expect(findJoinPath(data, 'a', 'a')).toEqual({ kind: 'none', reason: 'a does not refer to itself.' })
  })

  it('is valid SQL between any two tables', async () => {
    const data = await dataOf(syntheticSchema(30, 5))
    const ids = data.tables.map(({ id }) => id)
    const pick = fc.constantFrom(...ids)
    await fc.assert(
      fc.asyncProperty(pick, pick, async (from, to) => {
        const path = findJoinPath(data, from, to)
        if (path.kind === 'none') return
        expect((await read(path.sql)).report).toMatchObject({ failed: 0, ignored: [{ kind: 'SELECT', count: 1, firstLine: 1 }] })
        expect(path.steps.at(-1)?.to).toBe(to)
      }),
      { seed: 3, numRuns: 60 },
    )
  })
})

describe('search', () => {
  it('finds tables, columns, indexes and policies', async () => {
    const data = await shipped()
    const kinds = (query: string) => new Set(searchSchema(data, query).map(({ kind }) => kind))
    expect(kinds('outbox')).toEqual(new Set(['table', 'index', 'policy', 'column']))
    expect(searchSchema(data, 'payments idempotency')[0]).toMatchObject({
      kind: 'column',
      table: 'payments',
      name: 'idempotency_key',
    })
    expect(searchSchema(data, 'delete audit').map(({ kind, name }) => [kind, name])).toContainEqual([
      'policy',
      'audit_log_delete',
    ])
  })

  it('puts the table of that name first and takes words in any order', async () => {
    const data = await shipped()
    expect(searchSchema(data, 'ROLES')[0]).toMatchObject({ kind: 'table', name: 'roles' })
    expect(searchSchema(data, 'id invoices').map((hit) => hit.table)).toContain('invoices')
  })

  it('finds nothing for nothing', async () => {
    const data = await shipped()
    expect([searchSchema(data, '  '), searchSchema(data, 'zebra')]).toEqual([[], []])
  })
})
