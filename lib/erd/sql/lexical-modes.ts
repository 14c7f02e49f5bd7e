/** The states in which a semicolon or a quote means nothing, and how far each one reaches. */
export type LexicalMode =
  | { readonly kind: 'sql' }
  | { readonly kind: 'string'; readonly backslashEscapes: boolean }
  | { readonly kind: 'quoted name' }
  | { readonly kind: 'dollar quote'; readonly tag: string }
  | { readonly kind: 'line comment' }
  | { readonly kind: 'block comment'; readonly depth: number }
  | { readonly kind: 'meta command' }

export interface Step {
  /** The first character not consumed. */
  readonly end: number
  readonly mode: LexicalMode
}

const SQL: LexicalMode = { kind: 'sql' }

/**
 * Consumes as much of the mode as the text shows. A construct may continue in the next chunk, so nothing
 * that starts at or after `limit` is decided here; the caller keeps enough text behind the limit to see any pair.
 */
export function stepThrough(mode: Exclude<LexicalMode, { kind: 'sql' }>, text: string, from: number, limit: number): Step {
  switch (mode.kind) {
    case 'string':
      return stepString(mode.backslashEscapes, text, from, limit)
    case 'quoted name':
      return stepQuotedName(text, from, limit)
    case 'dollar quote':
      return stepTo(mode.tag, mode, text, from, limit)
    case 'line comment':
      return stepTo('\n', mode, text, from, limit)
    case 'meta command':
      return stepTo('\n', mode, text, from, limit)
    case 'block comment':
      return stepBlockComment(mode.depth, text, from, limit)
  }
}

function stepTo(terminator: string, mode: LexicalMode, text: string, from: number, limit: number): Step {
  const found = text.indexOf(terminator, from)
  if (found === -1 || found >= limit) return { end: limit, mode }
  return { end: found + terminator.length, mode: SQL }
}

function stepString(backslashEscapes: boolean, text: string, from: number, limit: number): Step {
  let end = from
  while (end < limit) {
    const quote = text.indexOf("'", end)
    const backslash = backslashEscapes ? text.slice(end, quote === -1 ? limit : quote).indexOf('\\') : -1
    if (backslash !== -1) end += backslash + 2
    else if (quote === -1 || quote >= limit) end = limit
    else if (text[quote + 1] === "'") end = quote + 2
    else return { end: quote + 1, mode: SQL }
  }
  return { end: Math.min(end, text.length), mode: { kind: 'string', backslashEscapes } }
}

function stepQuotedName(text: string, from: number, limit: number): Step {
  const found = text.indexOf('"', from)
  // A doubled quote closes and reopens the name at once, which is the same for finding its end.
  if (found === -1 || found >= limit) return { end: limit, mode: { kind: 'quoted name' } }
  return { end: found + 1, mode: SQL }
}

function stepBlockComment(startDepth: number, text: string, from: number, limit: number): Step {
  const edges = /\/\*|\*\//g
  edges.lastIndex = from
  let depth = startDepth
  let end = from
  for (let match = edges.exec(text); match && match.index < limit; match = edges.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1
    end = match.index + 2
    if (depth === 0) return { end, mode: SQL }
  }
  return { end: Math.max(end, limit), mode: { kind: 'block comment', depth } }
}

/** What the text at `from` opens, or null when it is ordinary SQL. */
export function openedMode(
  text: string,
  from: number,
  previousWord: string,
): { readonly length: number; readonly mode: LexicalMode } | null {
  const character = text[from]
  if (character === "'") return { length: 1, mode: { kind: 'string', backslashEscapes: /^e$/i.test(previousWord) } }
  if (character === '"') return { length: 1, mode: { kind: 'quoted name' } }
  if (character === '-' && text[from + 1] === '-') return { length: 2, mode: { kind: 'line comment' } }
  if (character === '/' && text[from + 1] === '*') return { length: 2, mode: { kind: 'block comment', depth: 1 } }
  if (character === '\\') return { length: 1, mode: { kind: 'meta command' } }
  if (character !== '$') return null
  const tag = dollarTag(text, from)
  return tag === null ? null : { length: tag.length, mode: { kind: 'dollar quote', tag } }
}

function dollarTag(text: string, from: number): string | null {
  const pattern = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,125})?\$/y
  pattern.lastIndex = from
  return pattern.exec(text)?.[0] ?? null
}
