import type { SchemaModel } from '@/lib/erd/model'
import type { Problem, ReadingReport } from '@/lib/erd/reading-report'
import type { Complaint, Outcome, SchemaDraft } from '@/lib/erd/parse/draft'
import { watchDialect } from './dialect'
import { readStatement } from './read-statement'
import type { Piece, Splitter } from './split-statements'
import { createTally } from './tally'
import { excerptAt } from './text-position'

/** Keeps the account of a reading: every piece of the file ends in exactly one column. */
export interface Ledger {
  sawText(text: string): void
  take(piece: Piece): void
  report(
    file: string,
    splitter: Pick<Splitter, 'lines' | 'peakBufferedCharacters'>,
    model: SchemaModel | null,
    more: readonly Problem[],
  ): ReadingReport
}

/** A file that is wrong everywhere does not need to say so a million times. */
const MOST_PROBLEMS = 200

export function createLedger(draft: SchemaDraft): Ledger {
  const ignored = createTally()
  const clauses = createTally()
  const metaCommands = createTally()
  const dialect = watchDialect()
  const problems: Problem[] = []
  const copy = { blocks: 0, rows: 0, characters: 0 }
  let used = 0
  let failed = 0
  let characters = 0
  let replacements = 0

  const complain = (
    severity: Problem['severity'],
    complaint: Complaint,
    place: { line: number; column: number; excerpt: string },
  ): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ severity, ...complaint, ...place })
  }
  const settle = (outcome: Outcome, place: { line: number; column: number; excerpt: string }): void => {
    if (outcome.kind === 'failed') {
      failed += 1
      complain('error', outcome.complaint, place)
      return
    }
    if (outcome.kind === 'used') used += 1
    else ignored.add(outcome.as, place.line)
    for (const clause of outcome.kind === 'used' ? (outcome.ignoredClauses ?? []) : []) clauses.add(clause, place.line)
    for (const warning of outcome.warnings ?? []) complain('warning', warning, place)
  }
  const takeStatement = (piece: Extract<Piece, { kind: 'statement' }>): void => {
    const { outcome, place, wasRefused } = readStatement(draft, piece)
    if (wasRefused) dialect.refused(piece)
    settle(outcome, place)
  }
  const takeCopy = (piece: Extract<Piece, { kind: 'copy' }>): void => {
    copy.blocks += 1
    copy.rows += piece.rows
    copy.characters += piece.characters
    if (piece.terminated) return
    complain(
      'warning',
      {
        code: 'copy-unterminated',
        message: 'the COPY data of this statement runs to the end of the file: the line with \\. is missing',
      },
      { line: piece.line, column: 1, excerpt: '' },
    )
  }
  return {
    sawText: (text) => {
      if (characters === 0) dialect.head(text)
      characters += text.length
      for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replacements += 1
    },
    take: (piece) => {
      if (piece.kind === 'statement') takeStatement(piece)
      if (piece.kind === 'copy') takeCopy(piece)
      if (piece.kind === 'meta') metaCommands.add(piece.command, piece.line)
      if (piece.kind === 'data') ignored.add(piece.command, piece.line)
      if (piece.kind === 'unclosed') {
        const message = `the ${piece.construct} that begins here is never closed, so nothing after it was read`
        complain('error', { code: 'unclosed', message }, { line: piece.line, column: piece.column, excerpt: '' })
      }
      if (piece.kind === 'oversized') {
        const message = `this statement is ${piece.characters} characters long, which no definition is; a quote is probably not closed`
        settle(
          { kind: 'failed', complaint: { code: 'oversized', message } },
          { line: piece.line, column: piece.column, excerpt: excerptAt(piece.opening, 0) },
        )
      }
    },
    report: (file, splitter, model, more) => {
      const verdict = failed > 0 ? dialect.verdict() : null
      const notes = wholeFileProblems({ replacements, model, connections: metaCommands.entries(), dialect: verdict })
      return {
        file,
        statements: used + failed + ignored.total(),
        used,
        failed,
        ignored: ignored.entries(),
        ignoredClauses: clauses.entries(),
        metaCommands: metaCommands.entries(),
        copy,
        characters,
        lines: splitter.lines(),
        peakBufferedCharacters: splitter.peakBufferedCharacters(),
        dialect: verdict,
        problems: [...problems, ...more, ...notes],
      }
    },
  }
}

const INCLUDES = new Set(['\\i', '\\ir', '\\include', '\\include_relative'])

interface WholeFile {
  readonly replacements: number
  readonly model: SchemaModel | null
  readonly connections: ReadingReport['metaCommands']
  readonly dialect: ReadingReport['dialect']
}

function wholeFileProblems({ replacements, model, connections, dialect }: WholeFile): Problem[] {
  const found: Problem[] = []
  const add = (severity: Problem['severity'], code: string, message: string): void => {
    found.push({ severity, code, message, line: 1, column: 1, excerpt: '' })
  }
  if (dialect)
    add('error', 'other-dialect', `this looks like ${dialect.name} (${dialect.evidence.join('; ')}); only PostgreSQL is read`)
  if (replacements > 0)
    add(
      'warning',
      'not-utf8',
      `${replacements === 1 ? '1 place is' : `${replacements} places are`} not valid UTF-8 and shown as \ufffd; export the file as UTF-8`,
    )
  const databases = connections.find(({ kind }) => kind === '\\connect' || kind === '\\c')?.count ?? 0
  if (databases > 1)
    add('warning', 'several-databases', `the file connects to ${databases} databases; all of them are read as one schema`)
  const includes = connections.filter(({ kind }) => INCLUDES.has(kind))
  for (const { kind, count, firstLine } of includes)
    add(
      'warning',
      'include-not-followed',
      `${kind} reads another file, which is not followed (${count} of them, the first on line ${firstLine})`,
    )
  if (model && model.tables.length === 0)
    add(dialect ? 'warning' : 'error', 'no-tables', 'the file defines no tables, so there is nothing to draw')
  return found
}
