/** A COPY … FROM stdin block on its way past: counted, never kept. */
export interface CopyProgress {
  readonly line: number
  rows: number
  characters: number
  /** The rest of the line on which the COPY statement ended is not data. */
  skippingHead: boolean
  insideLongLine: boolean
  finished: boolean
}

export function startCopy(line: number, text: string, end: number): CopyProgress {
  return { line, rows: 0, characters: 0, skippingHead: text.length > 0 && end > 0, insideLongLine: false, finished: false }
}

/** Moves over at least one line, or over what is visible of a line longer than the chunk. */
export function advanceThroughCopy(copy: CopyProgress, text: string, from: number, limit: number): number {
  const newline = text.indexOf('\n', from)
  const lineEnd = newline === -1 || newline >= limit ? null : newline
  if (copy.skippingHead) {
    if (lineEnd === null) return limit
    copy.skippingHead = false
    return lineEnd + 1
  }
  const isTerminator =
    !copy.insideLongLine && text[from] === '\\' && text[from + 1] === '.' && /^(\r?\n|$)/.test(text.slice(from + 2, from + 4))
  if (isTerminator) {
    copy.finished = true
    return newline === -1 ? text.length : newline + 1
  }
  const end = lineEnd === null ? limit : lineEnd + 1
  copy.characters += end - from
  copy.insideLongLine = lineEnd === null
  if (lineEnd !== null) copy.rows += 1
  return end
}
