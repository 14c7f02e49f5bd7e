import type { Node } from '@pgsql/types'
import { parseSync } from 'pgsql-parser'
import { applyStatement } from '@/lib/erd/parse/apply-statement'
import { failed, ignored, type Outcome, type SchemaDraft } from '@/lib/erd/parse/draft'
import { offsetOfCodePoint, statementSource } from '@/lib/erd/parse/statement-source'
import { excerptAt, placeInFile } from './text-position'

interface Settled {
  readonly outcome: Outcome
  readonly place: { readonly line: number; readonly column: number; readonly excerpt: string }
  /** True when PostgreSQL's grammar does not take the statement at all. */
  readonly wasRefused: boolean
}

type Written = { readonly text: string; readonly line: number; readonly column: number }

export function readStatement(draft: SchemaDraft, statement: Written): Settled {
  const parsed = parse(statement.text)
  if (!parsed.ok) {
    const offset = offsetOfCodePoint(statement.text, parsed.codePoint)
    return {
      outcome: failed('syntax', parsed.message),
      place: { ...placeInFile(statement, offset), excerpt: excerptAt(statement.text, offset) },
      wasRefused: true,
    }
  }
  const place = { line: statement.line, column: statement.column, excerpt: excerptAt(statement.text, 0) }
  if (parsed.node === null) return { outcome: ignored('empty statement'), place, wasRefused: false }
  return { outcome: applySafely(draft, parsed.node, statement), place, wasRefused: false }
}

type Parsed =
  { readonly ok: true; readonly node: Node | null } | { readonly ok: false; readonly message: string; readonly codePoint: number }

function parse(text: string): Parsed {
  // The parser takes a zero byte for the end of the text and would leave out the rest without a word.
  const zero = text.indexOf('\0')
  if (zero !== -1)
    return { ok: false, message: 'a zero byte, which SQL text cannot hold', codePoint: [...text.slice(0, zero)].length }
  try {
    return { ok: true, node: parseSync(text).stmts?.[0]?.stmt ?? null }
  } catch (error) {
    return {
      ok: false,
      message: brief(error instanceof Error ? error.message : 'the parser gave up'),
      codePoint: cursorOf(error),
    }
  }
}

const LONGEST_MESSAGE = 160

/** The parser quotes from the fault to the end of the statement, which for a lost quote is the end of the file. */
function brief(message: string): string {
  const [line = ''] = message.split('\n')
  return line === message && line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE)}…`
}

function cursorOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('sqlDetails' in error)) return 0
  const details = error.sqlDetails
  if (typeof details !== 'object' || details === null || !('cursorPosition' in details)) return 0
  return typeof details.cursorPosition === 'number' ? Math.max(0, details.cursorPosition) : 0
}

/** One statement that cannot be turned into the model must not cost the reader the rest of the file. */
function applySafely(draft: SchemaDraft, node: Node, statement: Written): Outcome {
  try {
    return applyStatement(draft, node, statementSource(statement.text, statement.line, statement.column))
  } catch (error) {
    return failed(
      'not-understood',
      `this statement is valid but could not be read: ${error instanceof Error ? error.message : 'unknown reason'}`,
    )
  }
}
