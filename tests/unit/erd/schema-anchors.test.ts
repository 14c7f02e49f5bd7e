import { expect, it } from 'vitest'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import { anchorsFor } from '@/lib/erd/page/schema-tables'
import { modelOf } from './read-for-test'

it('numbers a table as its drawing does, whatever partitions stand before it', async () => {
  const model = await modelOf(
    'CREATE TABLE log (id int, at date) PARTITION BY RANGE (at); CREATE TABLE log_1 PARTITION OF log DEFAULT; CREATE TABLE users (id int, name text);',
  )
  const anchors = anchorsFor(model, 'erd-')
  expect(projectForExplorer(model).tables.map(({ id }) => id)).toEqual(['log', 'users'])
  expect(['log', 'users', 'log_1'].map((id) => anchors.table(id))).toEqual(['erd-table-0', 'erd-table-1', 'erd-partition-0'])
  expect(anchors.column('users', 'name')).toBe('erd-table-1-column-1')
})
