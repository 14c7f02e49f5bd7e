import { type Complain, faultList, type Fault } from './problem'
import { mostBytes } from './files'

export const mostInLine = 10_000

export type DecodedText = { readonly text: string; readonly faults: readonly Fault[]; readonly readable: boolean }

/** Characters that are not seen or that turn the direction of the text, so that it reads otherwise than it is. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu

const names: Readonly<Record<string, string>> = {
  '\u0000': 'a NUL byte',
  '\u000d': 'a carriage return',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\ufeff': 'a byte order mark',
  '\ufffd': 'a replacement character, which stands for bytes that were lost',
}

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Bytes as text, and everything in them that an editor does not show. What is not readable is not looked at further. */
export function decode(bytes: Uint8Array): DecodedText {
  const { faults, complain } = faultList()
  if (bytes.length > mostBytes) {
    complain({ line: 1, column: 1 }, 'file-size', `the file has more than ${mostBytes / 1024} KiB`, {
      allowed: `up to ${mostBytes / 1024} KiB; split it`,
    })
    return { text: '', faults, readable: false }
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const rows = text.split('\n')
  const crlf = rows.filter((it) => it.endsWith('\r')).length
  rows.forEach((row, index) => inspectRow(row, index + 1, crlf > 0, complain))
  if (crlf > 0)
    complain({ line: 1, column: (rows[0]?.length ?? 0) + 1 }, 'encoding', `${crlf} of ${rows.length} lines end in CRLF`, {
      allowed: 'LF alone; set "files.eol" to "\\n", or the line ends in the status bar of your editor',
    })
  return { text, faults, readable: faults.every((it) => it.rule !== 'file-size') }
}

function inspectRow(row: string, line: number, crlf: boolean, complain: Complain): void {
  if (row.length > mostInLine)
    complain({ line, column: mostInLine + 1 }, 'file-size', `the line has ${row.length} characters`, {
      allowed: `up to ${mostInLine}`,
    })
  for (const { 0: character, index } of row.matchAll(unseen)) {
    if (character === '\r' && crlf && index === row.length - 1) continue
    const place = { line, column: index + 1 }
    complain(place, 'encoding', `${names[character] ?? 'an invisible or control character'} (${codeOf(character)})`, {
      allowed: 'UTF-8 text without it',
    })
    // One a line is enough: a binary file would fill the screen.
    return
  }
}
