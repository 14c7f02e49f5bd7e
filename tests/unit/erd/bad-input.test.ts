import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSchema } from '@/lib/erd/sql/read-schema'
import { read, readFixture } from './read-for-test'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const readBytes = (...chunks: Uint8Array[]) => readSchema(chunks, { name: 'test', file: 'test.sql' })

describe('a syntax error', () => {
  it('is told with line, column and the excerpt, and costs only its own statement', async () => {
    const { model, report } = await read(
      'CREATE TABLE a (id int);\n\nCREATE TABLE b (\n  id int,,\n  x int\n);\nCREATE TABLE c (id int);',
    )
    expect(report.problems).toEqual([
      {
        severity: 'error',
        code: 'syntax',
        message: 'syntax error at or near ","',
        line: 4,
        column: 10,
        excerpt: '  id int,,\n         ^',
      },
    ])
    expect(model.tables.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('with a quote that is never closed quotes the beginning, not the rest of the file', async () => {
    const { report } = await read(`COMMENT ON TABLE a IS 'oops;\n${'CREATE TABLE b (id int);\n'.repeat(1000)}`)
    expect(report.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['syntax', 1, 23],
      ['no-tables', 1, 1],
    ])
    expect(report.problems[0]?.message).toBe('unterminated quoted string at or near "\'oops;…')
  })

  it('is placed right behind letters of more than one byte', async () => {
    const { report } = await read("COMMENT ON TABLE é IS '😀' oops;")
    expect(report.problems[0]).toMatchObject({ line: 1, column: 28 })
  })
})

describe('what is never closed', () => {
  it.each([
    ['block comment', 'CREATE TABLE a (id int);\n  /* a note\nCREATE TABLE b (id int);', [2, 3]],
    ['string', "CREATE TABLE a (id int);\nINSERT INTO a VALUES ('x;\nCREATE TABLE b (id int);", [2, 23]],
    ['dollar quote', 'CREATE TABLE a (id int);\nINSERT INTO a VALUES ($q$;\nCREATE TABLE b (id int);', [2, 23]],
  ])('a %s is told with its place: it takes the rest of the file with it', async (construct, sql, place) => {
    const { report } = await read(sql)
    expect(report.problems.map(({ severity, code, line, column }) => [severity, code, line, column])).toEqual([
      ['error', 'unclosed', ...place],
    ])
    expect(report.problems[0]?.message).toContain(`the ${construct} that begins here is never closed`)
  })

  it('a comment that is closed, or that ends with the file, is no problem', async () => {
    expect((await read('CREATE TABLE a (id int); /* one /* in */ another */ -- and a last')).report.problems).toEqual([])
  })
})

describe('every statement', () => {
  it('is used, ignored by kind, or failed', async () => {
    const { report } = await read(
      'CREATE TABLE a (id int); GRANT SELECT ON a TO x; GRANT SELECT ON a TO y; nonsense; INSERT INTO a VALUES (1);',
    )
    expect(report).toMatchObject({ statements: 5, used: 1, failed: 1 })
    expect(report.ignored).toEqual([
      { kind: 'GRANT', count: 2, firstLine: 1 },
      { kind: 'INSERT', count: 1, firstLine: 1 },
    ])
  })

  it('is accounted for whatever the text is', async () => {
    const word = fc.constantFrom(
      'CREATE',
      'TABLE',
      'a',
      'b',
      '(',
      ')',
      'int',
      ',',
      ';',
      "'",
      '"',
      '$$',
      '--',
      '\n',
      'ALTER',
      'ADD',
      'PRIMARY KEY',
      'REFERENCES',
      'COMMENT ON',
      'IS',
      'NULL',
      '\\.',
      'COPY',
      'FROM stdin;',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 40 }), async (words) => {
        const { report } = await read(words.join(' '))
        const ignored = report.ignored.reduce((sum, { count }) => sum + count, 0)
        expect(report.used + report.failed + ignored).toBe(report.statements)
        for (const { message, line } of report.problems) expect([message.includes('    at '), line >= 1]).toEqual([false, true])
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})

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

describe('names', () => {
  it('of an older dump belong to the first schema of the search path', async () => {
    const { model } = await read(
      'SET search_path = app, pg_catalog;\nCREATE TABLE t (id int);\nALTER TABLE ONLY t ADD CONSTRAINT k PRIMARY KEY (id);',
    )
    expect(model.tables.map(({ id, primaryKey }) => [id, primaryKey?.name])).toEqual([['app.t', 'k']])
  })

  it('that are quoted, long, or from other scripts stay as they are', async () => {
    const long = 'n'.repeat(63)
    const { model, report } = await read(
      `CREATE TABLE "Bestellung;1" ("größe" int, "名前" text, "a""b" int); CREATE TABLE ${long} (select_ int); CREATE TABLE "order" ("user" int);`,
    )
    expect(report.problems).toEqual([])
    expect(model.tables.map(({ id }) => id)).toEqual(['"Bestellung;1"', long, '"order"'])
    expect(model.tables[0]?.columns.map(({ name }) => name)).toEqual(['größe', '名前', 'a"b'])
  })
})

describe('duplicate and missing tables', () => {
  it('are told with both lines', async () => {
    const { report } = await read(
      'CREATE TABLE t (a int);\nCREATE TABLE t (b int);\nCREATE TABLE IF NOT EXISTS t (c int);\nCREATE INDEX ON nowhere (a);',
    )
    expect(
      report.problems.map(({ code, line, message }) => [code, line, message.includes('line 1') || message.includes('nowhere')]),
    ).toEqual([
      ['duplicate-table', 2, true],
      ['missing-table', 4, true],
    ])
    expect(report.ignored).toEqual([{ kind: 'CREATE TABLE IF NOT EXISTS of an existing table', count: 1, firstLine: 3 }])
  })

  it('as the target of a reference are a warning, because an extract is no error', async () => {
    const { model, report } = await read('CREATE TABLE t (p int REFERENCES elsewhere.p (id));')
    expect(report.problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'missing-reference-target']])
    expect(model.tables[0]?.foreignKeys[0]).toMatchObject({ referencedTable: 'elsewhere.p', targetFound: false })
  })

  it('columns that a key names but the table lacks are an error', async () => {
    const { report } = await read('CREATE TABLE t (a int, UNIQUE (b));')
    expect(report.problems.map(({ code }) => code)).toEqual(['missing-column'])
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
