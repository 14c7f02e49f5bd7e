import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkWithSchemas } from '@/lib/cli/check-project'
import { messageOf } from '@/lib/content/check/problem'
import { type ProjectFolder, soundProject } from '@/tests/unit/content/project-folder'
import { sound } from '@/tests/unit/content/content-folder'

const article = sound.find((it) => it.path.startsWith('articles/') && it.path.endsWith('.mdx'))?.path ?? ''
let project: ProjectFolder
beforeEach(() => {
  project = soundProject()
  mkdirSync(join(project.root, 'content', 'schemas'), { recursive: true })
  writeFileSync(join(project.root, 'content', 'schemas', 'shop.sql'), 'CREATE TABLE orders (id int PRIMARY KEY);\n')
})
afterEach(() => project.remove())

async function problemsOf(tag: string): Promise<string[]> {
  const file = join(project.root, 'content', article)
  appendFileSync(file, `\n${tag}\n`)
  const line = readFileSync(file, 'utf8').split('\n').indexOf(tag) + 1
  const { problems } = await checkWithSchemas(project.root)
  return problems.map((it) => `${it.file}:${it.line === line ? 'tag' : it.line}:${it.column} ${messageOf(it)}`)
}

it('a figure of a table that its schema has is no problem', async () => {
  expect(await problemsOf('<ErdExplorer schema="shop" focus="orders" />')).toEqual([])
})

it('a figure of another table is told with its place, what is allowed and the nearest name, however often it is read', async () => {
  const told = [`content/${article}:tag:28 shop.sql has no table "order"; allowed: orders; did you mean "orders"?`]
  expect(await problemsOf('<ErdExplorer schema="shop" focus="order" />')).toEqual(told)
  expect((await checkWithSchemas(project.root)).problems).toHaveLength(1)
})

it('where the schema is not there or wrong, its tables are not guessed at', async () => {
  expect(await problemsOf('<ErdExplorer schema="shops" focus="order" />')).toEqual([expect.stringContaining('"shops.sql"')])
  writeFileSync(join(project.root, 'content', 'schemas', 'shop.sql'), 'CREATE TABLE orders (;\n')
  const { problems } = await checkWithSchemas(project.root)
  expect(problems.map((it) => [it.file, it.line])).toContainEqual(['content/schemas/shop.sql', 1])
})

it('a statement that cannot be read is told alone, without all that refers to its table', async () => {
  const file = join(project.root, 'content', 'schemas', 'shop.sql')
  writeFileSync(
    file,
    "CREATE TABEL orders (id int);\nCREATE TABLE parcels (id int);\nCOMMENT ON TABLE orders IS 'Orders.';\nCREATE INDEX ON orders (id);\n",
  )
  const { problems } = await checkWithSchemas(project.root)
  expect(problems.filter((it) => it.file.endsWith('.sql')).map((it) => `${it.line}:${it.column} ${messageOf(it)}`)).toEqual([
    '1:8 syntax error at or near "TABEL"',
  ])
})
