import { placeInFile } from '@/lib/erd/sql/text-position'

/** A statement's text together with where it stands in the file. */
export interface StatementSource {
  readonly text: string
  readonly line: number
  readonly column: number
  /** The file's line for a byte offset as the parser reports them; the statement's own line when it reports none. */
  lineAt(byteOffset: number | undefined): number
}

export function statementSource(text: string, line: number, column: number): StatementSource {
  const statement = { text, line, column }
  return {
    ...statement,
    lineAt: (byteOffset) => (byteOffset === undefined ? line : placeInFile(statement, characterOffset(text, byteOffset)).line),
  }
}

function characterOffset(text: string, byteOffset: number): number {
  let bytes = 0
  let index = 0
  while (index < text.length && bytes < byteOffset) {
    const code = text.codePointAt(index) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    index += code < 0x10000 ? 1 : 2
  }
  return index
}

/** The parser counts an error's place in code points; strings count in UTF-16 units. */
export function offsetOfCodePoint(text: string, codePoints: number): number {
  let index = 0
  for (let seen = 0; seen < codePoints && index < text.length; seen += 1)
    index += (text.codePointAt(index) ?? 0) < 0x10000 ? 1 : 2
  return index
}
