import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSplitter, type Piece } from '@/lib/erd/sql/split-statements'

function split(text: string, sizes: readonly number[] = [text.length]): Piece[] {
  const pieces: Piece[] = []
  const splitter = createSplitter((piece) => pieces.push(piece))
  let at = 0
  for (let turn = 0; at < text.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    splitter.push(text.slice(at, at + size))
    at += size
  }
  splitter.end()
  return pieces
}

function texts(sql: string): string[] {
  return split(sql).flatMap((piece) => (piece.kind === 'statement' ? [piece.text] : []))
}

describe('a semicolon', () => {
  it.each([
    ['in a string', "SELECT ';', 'it''s;'"],
    ['in an escape string', "SELECT E'\\';'"],
    ['in a quoted name', 'SELECT 1 AS "a;""b;"'],
    ['in a dollar quote', 'CREATE FUNCTION f() AS $body$ ; $$ ; $body$'],
    ['in a line comment', 'SELECT 1 -- ;\n + 2'],
    ['in nested block comments', 'SELECT /* ; /* ; */ ; */ 1'],
    ['inside the parentheses of a rule', 'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)'],
    [
      'in a routine body',
      'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
    ],
  ])('%s does not end the statement', (_, sql) => {
    expect(texts(`${sql};\nSELECT 'next'`)).toEqual([sql, "SELECT 'next'"])
  })

  it('ends a statement whose parenthesis was never closed, so that the rest of the file survives', () => {
    expect(texts('CREATE TABLE a (x int;\nCREATE TABLE b (y int);')).toEqual(['CREATE TABLE a (x int', 'CREATE TABLE b (y int)'])
  })

  it('on its own is no statement', () => {
    expect(split(';;\n ; -- nothing\n;')).toEqual([])
  })
})

describe('a dollar sign inside a name', () => {
  it('opens no quote', () => {
    expect(texts('SELECT a$b$c; SELECT 1')).toEqual(['SELECT a$b$c', 'SELECT 1'])
  })
})

describe('places', () => {
  it('count lines and columns from 1, past comments, over CRLF', () => {
    const pieces = split('-- first\r\n/* two\r\nlines */  SELECT 1;\r\n\r\nSELECT 2;')
    expect(pieces.map((piece) => (piece.kind === 'statement' ? [piece.line, piece.column] : []))).toEqual([
      [3, 11],
      [5, 1],
    ])
  })
})

describe('psql commands', () => {
  it('are told apart from statements', () => {
    expect(split('\\restrict abc\nSELECT 1;\n\\connect "other"\nSELECT 2\\gexec\nSELECT 3;')).toEqual([
      { kind: 'meta', command: '\\restrict', line: 1 },
      { kind: 'statement', text: 'SELECT 1', line: 2, column: 1 },
      { kind: 'meta', command: '\\connect', line: 3 },
      { kind: 'meta', command: '\\gexec', line: 4 },
      { kind: 'statement', text: 'SELECT 2', line: 4, column: 1 },
      { kind: 'statement', text: 'SELECT 3', line: 5, column: 1 },
    ])
  })
})

describe('COPY data', () => {
  it('is counted and not kept, whatever it looks like', () => {
    const pieces = split("COPY t (a) FROM stdin;\n1\t'x;\n\\N\n\\\\.\n\\.\nSELECT 1;")
    expect(pieces.map(({ kind }) => kind)).toEqual(['statement', 'copy', 'statement'])
    expect(pieces[1]).toMatchObject({ rows: 3, terminated: true, line: 1 })
  })

  it('without its end mark runs to the end of the file and says so', () => {
    expect(split('COPY t FROM STDIN;\n1\n2\n').at(-1)).toMatchObject({ kind: 'copy', rows: 2, terminated: false })
  })

  it('does not follow COPY TO or COPY FROM a file', () => {
    expect(split("COPY t TO stdout;\nCOPY t FROM '/x';\nSELECT 1;").map(({ kind }) => kind)).toEqual([
      'statement',
      'statement',
      'statement',
    ])
  })
})

describe('INSERT', () => {
  it('is passed over without keeping its values', () => {
    expect(split("INSERT INTO t VALUES (1, 'a;b'), (2, E'\\';');\nSELECT 1;").map(({ kind }) => kind)).toEqual([
      'data',
      'statement',
    ])
  })
})

describe('the size of chunks', () => {
  it('never changes the pieces', () => {
    const fragments = fc.constantFrom(
      "SELECT ';';",
      "SELECT E'a\\'b';",
      '"q""uo;te"',
      '$t$ ; $$ $t$',
      '-- c ;\n',
      '/* a /* b; */ */',
      ' ',
      '\n',
      '\r\n',
      '(',
      ')',
      ';',
      'é;',
      '$',
      '\\x\n',
      'COPY t FROM stdin;\n1\n\\.\n',
      'INSERT INTO t VALUES (1);',
      'CREATE RULE r AS (a;b);',
      'CASE BEGIN END;',
      "'",
      'E',
    )
    fc.assert(
      fc.property(
        fc.array(fragments, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        (parts, sizes) => {
          const text = parts.join('')
          expect(split(text, sizes)).toEqual(split(text))
        },
      ),
      { seed: 7, numRuns: 400 },
    )
  })
})

describe('a large file', () => {
  it('of 50 MB of data is read while at most two chunks are held', () => {
    const row = "1\t'it''s; $$ data'\t2026-01-01\n".repeat(2_000)
    const values = "(1, 'it''s; data', E'\\'', 2),\n".repeat(2_000)
    let rows = 0
    let statements = 0
    const splitter = createSplitter((piece) => {
      if (piece.kind === 'copy') rows += piece.rows
      else statements += 1
    })
    splitter.push('COPY t FROM stdin;\n')
    for (let turn = 0; turn < 500; turn += 1) splitter.push(row)
    splitter.push('\\.\nINSERT INTO t VALUES ')
    for (let turn = 0; turn < 400; turn += 1) splitter.push(values)
    splitter.push('(0);\nSELECT 1;')
    splitter.end()
    expect(row.length * 500 + values.length * 400).toBeGreaterThan(50_000_000)
    expect([rows, statements]).toEqual([1_000_000, 3])
    expect(splitter.peakBufferedCharacters()).toBeLessThan(1_000)
  })

  it('with a quote that is never closed gives up on the statement, not on its memory', () => {
    const pieces: Piece[] = []
    const splitter = createSplitter((piece) => pieces.push(piece))
    splitter.push("CREATE TABLE t (a text DEFAULT 'oops);\n")
    for (let turn = 0; turn < 100; turn += 1) splitter.push('CREATE TABLE x (a int);\n'.repeat(4_000))
    splitter.end()
    expect(pieces).toHaveLength(1)
    expect(pieces[0]).toMatchObject({ kind: 'oversized', line: 1 })
    expect(splitter.peakBufferedCharacters()).toBeLessThan(4_200_000)
  })
})
