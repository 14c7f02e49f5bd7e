import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(process.cwd(), 'docs', 'decisions')
const records = readdirSync(folder)
const numberOf = (record: string) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(record)?.[1])

it('gives each record of a decision a number of its own, in its name and in its heading', () => {
  const numbers = records.map(numberOf)
  expect(records.filter((it) => Number.isNaN(numberOf(it)))).toEqual([])
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
  const heading = (record: string) => readFileSync(join(folder, record), 'utf8').split('\n')[0] ?? ''
  expect(records.filter((it) => Number(/^# (\d+)\. \S/.exec(heading(it))?.[1]) !== numberOf(it))).toEqual([])
})

it('refers only to records that exist', () => {
  const rooms = ['app', 'components', 'lib', 'docs', 'tests', 'bench']
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile() && /\.(?:tsx?|mjs|css|md)$/.test(it.name))
      .map((it) => join(it.parentPath, it.name)),
  )
  const referred = [...files, 'README.md', 'CONTRIBUTING.md', 'eslint.config.mjs'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/decisions\/(\d{4}-[a-z0-9-]+\.md)/g)].map(([, record]) => record ?? ''),
  )
  expect(referred.length).toBeGreaterThan(0)
  expect(referred.filter((it) => !records.includes(it))).toEqual([])
})
