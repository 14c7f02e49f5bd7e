import { advanceThroughCopy, startCopy, type CopyProgress } from './copy-data'
import { openedMode, stepThrough, type LexicalMode } from './lexical-modes'
import { beginDraft, isDataStatement, noteWord, semicolonEnds, type StatementDraft } from './statement-draft'
import { beginPosition, movePast, type TextPosition } from './text-position'

/** One thing found in an SQL file. Positions count from 1. */
export type Piece =
  | { readonly kind: 'statement'; readonly text: string; readonly line: number; readonly column: number }
  | { readonly kind: 'data'; readonly command: string; readonly line: number }
  | {
      readonly kind: 'oversized'
      readonly opening: string
      readonly characters: number
      readonly line: number
      readonly column: number
    }
  | { readonly kind: 'meta'; readonly command: string; readonly line: number }
  /** Runs to the end of the file and takes with it what may have been statements. */
  | { readonly kind: 'unclosed'; readonly construct: string; readonly line: number; readonly column: number }
  | {
      readonly kind: 'copy'
      readonly rows: number
      readonly characters: number
      readonly terminated: boolean
      readonly line: number
    }

export interface Splitter {
  push(text: string): void
  end(): void
  readonly lines: () => number
  readonly peakBufferedCharacters: () => number
}

/** Longer than any dollar tag or keyword, so that a pair cut by a chunk boundary is always seen whole. */
const LOOKAHEAD = 256
/** A definition larger than this is a lost quote, not a definition. */
const LARGEST_STATEMENT = 4_000_000
const TOKEN = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.]*|\s+|[^\s\w'"$\-/\\;()\u0080-\uffff]+|[\s\S]/y
/** Between the values of an INSERT nothing but a quote, a comment, a word or the end matters. */
const DATA_TOKEN = /[^A-Za-z_\u0080-\uffff'"$\-/\\;]+|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[\s\S]/y

interface Scan {
  mode: LexicalMode
  /** Where the mode began. */
  opened: TextPosition
  draft: StatementDraft | null
  copy: CopyProgress | null
  meta: string | null
  previousWord: string
  position: TextPosition
  peak: number
}

export function createSplitter(emit: (piece: Piece) => void): Splitter {
  const scan: Scan = {
    mode: { kind: 'sql' },
    opened: beginPosition(),
    draft: null,
    copy: null,
    meta: null,
    previousWord: '',
    position: beginPosition(),
    peak: 0,
  }
  let carried = ''
  const consume = (text: string, limit: number): void => {
    let at = 0
    while (at < limit) at = step(scan, text, at, limit, emit)
    carried = text.slice(at)
    scan.peak = Math.max(scan.peak, carried.length + (scan.draft?.keptCharacters ?? 0))
  }
  return {
    push: (text) => consume(carried + text, Math.max(0, carried.length + text.length - LOOKAHEAD)),
    end: () => {
      consume(carried, carried.length)
      closeAtEnd(scan, emit)
    },
    lines: () => scan.position.line,
    peakBufferedCharacters: () => scan.peak,
  }
}

function step(scan: Scan, text: string, from: number, limit: number, emit: (piece: Piece) => void): number {
  if (scan.copy) return stepCopy(scan, text, from, limit, emit)
  const end = scan.mode.kind === 'sql' ? stepSql(scan, text, from, emit) : stepInside(scan, scan.mode, text, from, limit, emit)
  movePast(scan.position, text, from, end)
  return end
}

function stepInside(
  scan: Scan,
  mode: Exclude<LexicalMode, { kind: 'sql' }>,
  text: string,
  from: number,
  limit: number,
  emit: (piece: Piece) => void,
): number {
  const next = stepThrough(mode, text, from, limit)
  if (mode.kind === 'meta command') scan.meta = ((scan.meta ?? '') + text.slice(from, next.end)).slice(0, 80)
  else if (scan.draft) keep(scan.draft, text, from, next.end)
  scan.mode = next.mode
  if (scan.meta !== null && next.mode.kind === 'sql') closeMeta(scan, emit)
  return next.end
}

function stepSql(scan: Scan, text: string, from: number, emit: (piece: Piece) => void): number {
  const opened = openedMode(text, from, scan.previousWord)
  scan.previousWord = ''
  if (opened) return enter(scan, text, from, opened.length, opened.mode)
  const pattern = scan.draft && isDataStatement(scan.draft) ? DATA_TOKEN : TOKEN
  pattern.lastIndex = from
  const token = pattern.exec(text)?.[0] ?? ''
  const end = from + token.length
  if (token === ';') {
    if (scan.draft && !semicolonEnds(scan.draft)) keep(scan.draft, text, from, end)
    else closeStatement(scan, emit, text, end)
    return end
  }
  if (!scan.draft && token.trim() === '') return end
  scan.draft ??= beginDraft(scan.position)
  if (/^[A-Za-z_\u0080-\uffff]/.test(token)) {
    scan.previousWord = token
    noteWord(scan.draft, token)
  }
  if (token === '(') scan.draft.parentheses += 1
  if (token === ')') scan.draft.parentheses -= 1
  keep(scan.draft, text, from, end)
  return end
}

function enter(scan: Scan, text: string, from: number, length: number, mode: LexicalMode): number {
  scan.mode = mode
  scan.opened = { ...scan.position }
  if (mode.kind === 'meta command') scan.meta = ''
  else {
    const isComment = mode.kind === 'line comment' || mode.kind === 'block comment'
    if (!isComment) scan.draft ??= beginDraft(scan.position)
    if (scan.draft) keep(scan.draft, text, from, from + length)
  }
  return from + length
}

function keep(draft: StatementDraft, text: string, from: number, end: number): void {
  draft.seenCharacters += end - from
  if (isDataStatement(draft)) {
    if (draft.keptCharacters > 0) forget(draft, '')
    return
  }
  if (draft.seenCharacters > LARGEST_STATEMENT) {
    if (draft.keptCharacters > 200) forget(draft, draft.parts.join('').slice(0, 200))
    return
  }
  draft.parts.push(text.slice(from, end))
  draft.keptCharacters += end - from
}

function forget(draft: StatementDraft, allBut: string): void {
  draft.parts = [allBut]
  draft.keptCharacters = allBut.length
}

function closeStatement(scan: Scan, emit: (piece: Piece) => void, text: string, end: number): void {
  const draft = scan.draft
  scan.draft = null
  if (!draft) return
  const { line, column } = draft
  const statement = draft.parts.join('')
  if (isDataStatement(draft)) emit({ kind: 'data', command: draft.words[0] ?? '', line })
  else if (draft.seenCharacters > LARGEST_STATEMENT)
    emit({ kind: 'oversized', opening: statement, characters: draft.seenCharacters, line, column })
  else {
    emit({ kind: 'statement', text: statement, line, column })
    if (draft.words[0] === 'COPY' && /\bFROM\s+STDIN\b/i.test(statement)) scan.copy = startCopy(line, text, end)
  }
}

function stepCopy(scan: Scan, text: string, from: number, limit: number, emit: (piece: Piece) => void): number {
  const copy = scan.copy
  if (!copy) return from
  const end = advanceThroughCopy(copy, text, from, limit)
  movePast(scan.position, text, from, end)
  if (copy.finished) {
    emit({ kind: 'copy', rows: copy.rows, characters: copy.characters, terminated: true, line: copy.line })
    scan.copy = null
  }
  return end
}

function closeMeta(scan: Scan, emit: (piece: Piece) => void): void {
  const command = `\\${/^\S*/.exec(scan.meta ?? '')?.[0] ?? ''}`
  scan.meta = null
  emit({ kind: 'meta', command, line: scan.position.line })
  if (command.startsWith('\\g')) closeStatement(scan, emit, '', 0)
}

function closeAtEnd(scan: Scan, emit: (piece: Piece) => void): void {
  if (scan.meta !== null) closeMeta(scan, emit)
  if (scan.copy)
    emit({ kind: 'copy', rows: scan.copy.rows, characters: scan.copy.characters, terminated: false, line: scan.copy.line })
  // The parser tells of an open quote itself, but never sees data and comments.
  if (scan.mode.kind === 'block comment' || (isNeverClosed(scan.mode) && scan.draft && isDataStatement(scan.draft)))
    emit({ kind: 'unclosed', construct: scan.mode.kind, ...scan.opened })
  closeStatement(scan, emit, '', 0)
}

const isNeverClosed = ({ kind }: LexicalMode): boolean => kind === 'string' || kind === 'quoted name' || kind === 'dollar quote'
