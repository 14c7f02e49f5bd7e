import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from './read-for-test'

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
