import { wordsOf } from './words'

export type Piece = { readonly text: string; readonly marked: boolean }

const around = 90

/** Whether a word of the text is one that was asked for, or begins with it. */
const answers = (word: string, asked: readonly string[]): boolean =>
  wordsOf(word).some((it) => asked.some((wanted) => it.startsWith(wanted)))

/** The stretch of a text around the first word that was asked for, in pieces, so that such words can be marked. */
export function quote(text: string, asked: readonly string[]): Piece[] {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const hits = tokens.filter((it) => answers(it[0], asked))
  const at = hits[0]?.index ?? 0
  const start = at <= around ? 0 : text.indexOf(' ', at - around) + 1
  const room = start + 2 * around + 40
  const end = text.length <= room ? text.length : Math.max(text.lastIndexOf(' ', room), at)
  const pieces: Piece[] = [{ text: start > 0 ? '… ' : '', marked: false }]
  let from = start
  for (const hit of hits.filter((it) => it.index >= start && it.index + it[0].length <= end)) {
    pieces.push({ text: text.slice(from, hit.index), marked: false }, { text: hit[0], marked: true })
    from = hit.index + hit[0].length
  }
  pieces.push({ text: text.slice(from, end) + (end < text.length ? ' …' : ''), marked: false })
  return pieces.filter((it) => it.text !== '')
}
