import { describe, expect, it } from 'vitest'
import { readSchema } from '@/lib/erd/sql/read-schema'
import { read, readFixture } from './read-for-test'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const readBytes = (...chunks: Uint8Array[]) => readSchema(chunks, { name: 'test', file: 'test.sql' })

describe('a real pg_dump', () => {
  it('of the shipped schema gives the same model as its source', async () => {
    const written = (await readFixture('content/schemas/saas.sql')).model
    const dumped = await readFixture('tests/fixtures/erd/saas.pg_dump.sql')
    const parents = (model: typeof written) =>
      model.tables.filter((table) => table.partitionOf === null).sort((a, b) => (a.id < b.id ? -1 : 1))
    const shape = (model: typeof written) =>
      parents(model).map((table) => ({
        id: table.id,
        columns: table.columns.map(({ name, type, notNull, identity, comment }) => ({ name, type, notNull, identity, comment })),
        primaryKey: table.primaryKey?.columns,
        references: table.foreignKeys.map((key) => ({ ...key, line: 0 })).sort((a, b) => (a.name < b.name ? -1 : 1)),
        indexes: table.indexes
          .map(({ name, unique, method, include, predicateNotNull }) => ({ name, unique, method, include, predicateNotNull }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        policies: table.policies
          .map(({ name, command, usingColumns, checkColumns }) => ({ name, command, usingColumns, checkColumns }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        rowSecurity: table.rowSecurity,
      }))
    expect(shape(dumped.model)).toEqual(shape(written))
    expect(dumped.report.problems).toEqual([])
    expect(dumped.report.metaCommands.map(({ kind }) => kind)).toEqual(['\\restrict', '\\unrestrict'])
    expect(dumped.report.copy.blocks).toBe(19)
  })
})

describe('other products', () => {
  it.each([
    ['MySQL or MariaDB', 'CREATE TABLE `t` (`id` int(11) NOT NULL AUTO_INCREMENT) ENGINE=InnoDB;'],
    ['SQLite', 'PRAGMA foreign_keys=OFF;\nCREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);'],
    ['SQL Server', 'CREATE TABLE [dbo].[t] ([id] int IDENTITY(1,1));\nGO\n'],
    ['Oracle', 'CREATE TABLE t (id NUMBER(10) NOT NULL ENABLE, n VARCHAR2(20 CHAR)) PCTFREE 10;'],
  ])('%s is recognised and named', async (name, sql) => {
    const { report } = await read(sql)
    expect(report.dialect?.name).toBe(name)
    expect(report.problems.find(({ code }) => code === 'other-dialect')?.message).toContain('only PostgreSQL is read')
  })

  it('are not suspected while PostgreSQL understands the file', async () => {
    expect((await read("COMMENT ON SCHEMA public IS 'ENGINE=InnoDB';")).report.dialect).toBeNull()
  })
})

describe('what is not SQL', () => {
  it.each([
    ['a custom-format archive', bytes('PGDMP\u0001\u000e'), 'pg_restore'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'gunzip'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'UTF-16'],
    ['an SQLite database', bytes('SQLite format 3\u0000'), 'SQLite database'],
    ['a tar archive', Uint8Array.from({ length: 600 }, (_, at) => bytes('ustar')[at - 257] ?? 0), 'pg_restore'],
    ['noise', Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 256), 'not a text file'],
  ])('%s is refused with the way out', async (_, content, word) => {
    const { report, model } = await readBytes(content)
    expect(model.tables).toEqual([])
    expect(report.problems.map(({ code }) => code)).toEqual(['not-sql'])
    expect(report.problems[0]?.message).toContain(word)
  })

  it('in the middle of a file is a failed statement', async () => {
    const { report } = await read(
      `${'-- padding\n'.repeat(500)}CREATE TABLE t (a int);\n\u0000\u0001;\nCREATE TABLE v (a int)\u0000 CREATE;\nCREATE TABLE u (a int);`,
    )
    expect([report.used, report.failed]).toEqual([2, 2])
    expect(report.problems.map(({ code, line }) => [code, line])).toEqual([
      ['syntax', 502],
      ['syntax', 503],
    ])
  })
})

describe('psql commands', () => {
  it('that include another file are warned about, because what it holds is missing', async () => {
    const { report } = await read(
      '\\set ON_ERROR_STOP 1\n\\i tables.sql\n\\ir more.sql\n\\i views.sql\nCREATE TABLE t (a int);\n',
    )
    expect(report.problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '\\i reads another file, which is not followed (2 of them, the first on line 2)'],
      ['warning', '\\ir reads another file, which is not followed (1 of them, the first on line 3)'],
    ])
    expect(report).toMatchObject({ statements: 1, used: 1 })
  })
})

describe('a file', () => {
  it('with a byte-order mark and CRLF reads like any other', async () => {
    const { model, report } = await readBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes('CREATE TABLE t (\r\n  a int\r\n);\r\n'))
    expect(report.problems).toEqual([])
    expect(model.tables[0]?.columns[0]).toMatchObject({ name: 'a', line: 2 })
  })

  it('cut inside a letter of two bytes is put together again', async () => {
    const whole = bytes("COMMENT ON SCHEMA public IS 'ü';CREATE TABLE ü (a int);")
    const at = whole.indexOf(0xc3) + 1
    const { model, report } = await readBytes(whole.slice(0, at), whole.slice(at))
    expect(report.problems).toEqual([])
    expect(model.tables[0]?.name).toBe('ü')
  })

  it('that is not UTF-8 is read with a warning', async () => {
    const { report } = await readBytes(Uint8Array.of(...bytes('CREATE TABLE t (a int); -- caf'), 0xe9, 0x0a))
    expect(report.problems.map(({ code }) => code)).toEqual(['not-utf8'])
  })

  it.each([
    ['empty', ''],
    ['of comments only', '-- nothing\n/* here */'],
    ['of settings only', 'SET x.y = 1;'],
  ])('%s says that it defines no tables', async (_, sql) => {
    expect((await read(sql)).report.problems.map(({ code }) => code)).toEqual(['no-tables'])
  })

  it('that drops and renames is followed where it can be and warned about where not', async () => {
    const { model, report } = await read(
      'DROP TABLE IF EXISTS t; CREATE TABLE t (a int); CREATE TABLE u (a int); DROP TABLE t; ALTER TABLE u RENAME TO v;',
    )
    expect(model.tables.map(({ id }) => id)).toEqual(['u'])
    expect(report.problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'change-not-followed']])
  })
})
