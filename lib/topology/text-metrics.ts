import { faceWidths, type Face } from './face-widths'

/** The text roles of the diagram language, with the face and size the style sheet draws them in. */
export const textRoles = {
  title: { face: 'semibold', size: 13 },
  note: { face: 'regular', size: 11.5 },
  strong: { face: 'semibold', size: 11.5 },
  tick: { face: 'regular', size: 11 },
  badge: { face: 'semibold', size: 11 },
  hand: { face: 'italic', size: 14.5 },
  mono: { face: 'mono', size: 11.5 },
} as const satisfies Record<string, { face: Face; size: number }>

export type TextRole = keyof typeof textRoles

const UNKNOWN_CHARACTER = 1000

function characterWidth(face: Face, character: string): number {
  const code = character.codePointAt(0) ?? 0
  const widths = faceWidths[face]
  if (code >= 32 && code < 127) return widths.ascii[code - 32] ?? UNKNOWN_CHARACTER
  return widths.others[character] ?? UNKNOWN_CHARACTER
}

export function textWidth(text: string, role: TextRole): number {
  const { face, size } = textRoles[role]
  let thousandths = 0
  for (const character of text) thousandths += characterWidth(face, character)
  return (thousandths * size) / 1000
}

/** Breaks at spaces, and after a slash, dot, hyphen or underscore where one word is longer than the line. */
export function wrapText(text: string, role: TextRole, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (textWidth(joined, role) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, role, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  if (line !== '') lines.push(line)
  return balance(lines, role, width)
}

/** One word that must stay whole sets the least width a label can be wrapped to. */
export function widestWord(text: string, role: TextRole): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => textWidth(word, role)))
}

function breakWord(word: string, role: TextRole, width: number): string[] {
  if (textWidth(word, role) <= width) return [word]
  const parts = word.match(/[^/._-]+[/._-]*|[/._-]+/g) ?? [word]
  const pieces: string[] = []
  let piece = ''
  for (const part of parts.flatMap((long) => breakCharacters(long, role, width))) {
    if (piece !== '' && textWidth(piece + part, role) > width) {
      pieces.push(piece)
      piece = part
    } else {
      piece += part
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}

function breakCharacters(word: string, role: TextRole, width: number): string[] {
  if (textWidth(word, role) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, role) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** Narrows the lines as far as their number allows, so that no word is left alone on the last one. */
function balance(lines: string[], role: TextRole, width: number): string[] {
  if (lines.length !== 2) return lines
  const words = lines.join(' ').split(' ')
  let best = lines
  let bestWidth = Math.max(...lines.map((line) => textWidth(line, role)))
  for (let cut = 1; cut < words.length; cut += 1) {
    const pair = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    const pairWidth = Math.max(...pair.map((line) => textWidth(line, role)))
    if (pairWidth < bestWidth && pairWidth <= width) {
      best = pair
      bestWidth = pairWidth
    }
  }
  return best
}
