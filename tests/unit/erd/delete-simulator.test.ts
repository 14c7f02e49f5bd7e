import { describe, expect, it } from 'vitest'
import { simulateDelete } from '@/lib/erd/explore/delete-simulator'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'
import { dataOf, shipped } from './read-for-test'

describe('a deletion', () => {
  const effects = (data: ExplorerData, table: string) =>
    simulateDelete(data, table).steps.map(({ table: id, effect, depth }) => [id, effect, depth])

  it('cascades in the order the constraints were defined, breadth first, with depth', async () => {
    const data = await dataOf(
      'CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE a (id int PRIMARY KEY, t int REFERENCES t ON DELETE CASCADE);\nCREATE TABLE b (t int REFERENCES t ON DELETE SET NULL);\nCREATE TABLE c (a int REFERENCES a ON DELETE CASCADE);',
    )
    expect(effects(data, 't')).toEqual([
      ['a', 'rows deleted', 1],
      ['b', 'set to null', 1],
      ['c', 'rows deleted', 2],
    ])
    expect(simulateDelete(data, 't')).toMatchObject({ blockedBy: null, deleted: ['t', 'a', 'c'], changed: ['b'] })
  })

  it.each(['NO ACTION', 'RESTRICT'])(
    'is stopped by %s even when a later cascade would remove the row: PostgreSQL checks first',
    async (action) => {
      const data = await dataOf(
        `CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE a (id int PRIMARY KEY, t int REFERENCES t ON DELETE CASCADE);\nCREATE TABLE b (t int REFERENCES t ON DELETE ${action}, a int REFERENCES a ON DELETE CASCADE);`,
      )
      expect(simulateDelete(data, 't').blockedBy).toBe('b.b_t_fkey')
    },
  )

  it('is stopped where a row is written twice and refers to what is gone: PostgreSQL then checks all its keys', async () => {
    const ddl = (second: string) =>
      `CREATE TABLE t (id int PRIMARY KEY, u int UNIQUE); CREATE TABLE b (id int PRIMARY KEY, t int);
CREATE TABLE a (x int REFERENCES t ON DELETE SET NULL, y int REFERENCES t (u) ON DELETE ${second});
ALTER TABLE b ADD FOREIGN KEY (t) REFERENCES t ON DELETE CASCADE;
ALTER TABLE a ADD COLUMN b int REFERENCES b ON DELETE CASCADE;`
    expect(simulateDelete(await dataOf(ddl('SET NULL')), 't')).toMatchObject({ blockedBy: 'a.a_b_fkey' })
    expect(simulateDelete(await dataOf(ddl('CASCADE')), 't')).toMatchObject({ blockedBy: null, deleted: ['t', 'a', 'b'] })
  })

  it('is not stopped when the cascade came before the check', async () => {
    const data = await dataOf(
      'CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, t int REFERENCES t ON DELETE CASCADE);\nCREATE TABLE a (t int REFERENCES t ON DELETE CASCADE, b int REFERENCES b);',
    )
    expect(effects(data, 't')).toEqual([
      ['b', 'rows deleted', 1],
      ['a', 'rows deleted', 1],
      ['a', 'nothing left to do', 2],
    ])
    expect(simulateDelete(data, 't').blockedBy).toBeNull()
  })

  it('waits for commit when the check is deferred, and is stopped there if rows remain', async () => {
    const tables =
      'CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE b (t int REFERENCES t DEFERRABLE INITIALLY DEFERRED, a int);'
    expect(effects(await dataOf(tables), 't')).toEqual([
      ['b', 'checked at commit', 1],
      ['b', 'blocks', 1],
    ])
    const rescued = `${tables}\nCREATE TABLE a (id int PRIMARY KEY, t int REFERENCES t ON DELETE CASCADE);\nALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a ON DELETE CASCADE;`
    expect(simulateDelete(await dataOf(rescued), 't').blockedBy).toBeNull()
  })

  it('fails where SET NULL meets NOT NULL, and sets only the named columns', async () => {
    const keyed = (action: string) =>
      `CREATE TABLE t (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (a int NOT NULL, b int, FOREIGN KEY (a, b) REFERENCES t ON DELETE ${action});`
    expect(effects(await dataOf(keyed('SET NULL')), 't')).toEqual([['c', 'fails on a required column', 1]])
    expect(effects(await dataOf(keyed('SET NULL (b)')), 't')).toEqual([['c', 'set to null', 1]])
  })

  it('sets a default where there is one and null where there is none', async () => {
    expect(
      effects(
        await dataOf('CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE c (t int DEFAULT 0 REFERENCES t ON DELETE SET DEFAULT);'),
        't',
      ),
    ).toEqual([['c', 'set to default', 1]])
    expect(
      effects(
        await dataOf('CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE c (t int REFERENCES t ON DELETE SET DEFAULT);'),
        't',
      ),
    ).toEqual([['c', 'set to null', 1]])
  })

  it('carries a key that became null on to those who refer to it', async () => {
    const data = await dataOf(
      'CREATE TABLE k (id int PRIMARY KEY); CREATE TABLE m (k int UNIQUE REFERENCES k ON DELETE SET NULL);\nCREATE TABLE n (mk int REFERENCES m (k) ON UPDATE CASCADE);',
    )
    expect(effects(data, 'k')).toEqual([
      ['m', 'set to null', 1],
      ['n', 'set to null', 2],
    ])
  })

  it('ends on circles and self-references', async () => {
    const circle = await dataOf(
      'CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE);\nALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b ON DELETE CASCADE;',
    )
    expect(effects(circle, 'a')).toEqual([
      ['b', 'rows deleted', 1],
      ['a', 'nothing left to do', 2],
    ])
    const self = await dataOf('CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t ON DELETE CASCADE);')
    expect(effects(self, 't')).toEqual([['t', 'rows deleted', 1]])
    expect(simulateDelete(await dataOf('CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t);'), 't').blockedBy).toBe(
      't.t_up_fkey',
    )
  })

  it('of a tenant is refused by its subscription before anything is lost', async () => {
    expect(simulateDelete(await shipped(), 'tenants').blockedBy).toBe('subscriptions.subscriptions_tenant_id_fkey')
  })

  it('takes each reference a bounded number of times in any schema', async () => {
    for (const seed of [1, 2, 3]) {
      const data = await dataOf(syntheticSchema(60, seed))
      for (const { id } of data.tables)
        expect(simulateDelete(data, id).steps.length).toBeLessThanOrEqual(3 * data.references.length)
    }
  })
})
