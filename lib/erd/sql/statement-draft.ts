import type { TextPosition } from './text-position'

/** A statement while it is being collected. */
export interface StatementDraft {
  readonly line: number
  readonly column: number
  parts: string[]
  keptCharacters: number
  seenCharacters: number
  parentheses: number
  /** Open BEGIN and CASE of an SQL-standard function body. */
  blocks: number
  readonly words: string[]
}

export function beginDraft(position: TextPosition): StatementDraft {
  return {
    line: position.line,
    column: position.column,
    parts: [],
    keptCharacters: 0,
    seenCharacters: 0,
    parentheses: 0,
    blocks: 0,
    words: [],
  }
}

export function noteWord(draft: StatementDraft, word: string): void {
  const upper = word.toUpperCase()
  if (draft.words.length < 4) draft.words.push(upper)
  if (!definesRoutine(draft)) return
  if (upper === 'BEGIN' || (upper === 'CASE' && draft.blocks > 0)) draft.blocks += 1
  if (upper === 'END' && draft.blocks > 0) draft.blocks -= 1
}

/** Rows, not structure: read past without keeping a byte. */
export function isDataStatement(draft: StatementDraft): boolean {
  return draft.words[0] === 'INSERT'
}

/**
 * Only a rule holds semicolons inside parentheses and only a routine inside BEGIN ATOMIC … END. Everywhere else a
 * semicolon ends the statement even when a parenthesis is open, so that one lost parenthesis costs one statement.
 */
export function semicolonEnds(draft: StatementDraft): boolean {
  if (draft.blocks > 0) return false
  return draft.parentheses <= 0 || !defines(draft, ['RULE'])
}

function definesRoutine(draft: StatementDraft): boolean {
  return defines(draft, ['FUNCTION', 'PROCEDURE'])
}

function defines(draft: StatementDraft, kinds: readonly string[]): boolean {
  if (draft.words[0] !== 'CREATE') return false
  const kind = draft.words[1] === 'OR' ? draft.words[3] : draft.words[1]
  return kind !== undefined && kinds.includes(kind)
}
