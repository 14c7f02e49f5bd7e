/** A place in a text, counted from 1. */
export interface TextPosition {
  line: number
  column: number
}

export function beginPosition(): TextPosition {
  return { line: 1, column: 1 }
}

export function movePast(position: TextPosition, text: string, from: number, end: number): void {
  let lineStart = from
  let found = text.indexOf('\n', from)
  let isNewLine = false
  while (found !== -1 && found < end) {
    position.line += 1
    isNewLine = true
    lineStart = found + 1
    found = text.indexOf('\n', lineStart)
  }
  position.column = isNewLine ? 1 + end - lineStart : position.column + end - from
}

/** The place of a character of a statement, in the file the statement came from. */
export function placeInFile(
  statement: { readonly text: string; readonly line: number; readonly column: number },
  offset: number,
): TextPosition {
  const position: TextPosition = { line: statement.line, column: statement.column }
  movePast(position, statement.text, 0, Math.min(Math.max(offset, 0), statement.text.length))
  return position
}

/** The line around an offset with a caret under it, cut to what a terminal shows. */
export function excerptAt(text: string, offset: number): string {
  const at = Math.min(Math.max(offset, 0), text.length)
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd).replace(/\r$/, '')
  const from = Math.max(0, at - lineStart - 60)
  const visible = line.slice(from, from + 120).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd')
  const caret = `${visible.slice(0, at - lineStart - from).replace(/[^\t]/g, ' ')}^`
  return `${visible}\n${caret}`
}
