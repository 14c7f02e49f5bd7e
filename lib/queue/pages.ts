// A column cut into pages. Between two snapshots most messages only wait: a page in which nothing has changed is the very page of the snapshot
// before, so that a long queue costs memory once and not once for every snapshot.

export type Column = Float64Array | Int32Array | Int16Array | Uint8Array
/** `rows` of a column as words of 32 bits, whatever they hold. */
export type Pages = { readonly rows: number; readonly pages: readonly Int32Array[] }

/** Bytes of all that a snapshot holds, and of what no snapshot before it held. */
export type Weight = { whole: number; own: number }

const ROWS = 256

/** Every column's size is a multiple of four bytes. */
const wordsOf = ({ buffer, byteOffset, byteLength }: Column): Int32Array => new Int32Array(buffer, byteOffset, byteLength / 4)

export function cut(column: Column, rows: number, before: Pages | undefined, weight: Weight): Pages {
  const words = wordsOf(column)
  const end = Math.ceil((rows * column.BYTES_PER_ELEMENT) / 4)
  const step = (ROWS * column.BYTES_PER_ELEMENT) / 4
  const pages: Int32Array[] = []
  for (let from = 0; from < end; from += step) {
    const to = Math.min(end, from + step)
    const known = before?.pages[pages.length]
    const isKnown = known?.length === to - from && isAt(words, from, known)
    pages.push(isKnown ? known : words.slice(from, to))
    weight.whole += 4 * (to - from)
    if (!isKnown) weight.own += 4 * (to - from)
  }
  return { rows, pages }
}

function isAt(words: Int32Array, from: number, page: Int32Array): boolean {
  for (let at = 0; at < page.length; at += 1) if (words[from + at] !== page[at]) return false
  return true
}

/** Back into a column at least as long; what lies beyond is as if it had never been. */
export function lay(column: Column, { rows, pages }: Pages): void {
  const words = wordsOf(column)
  let from = 0
  for (const page of pages) {
    words.set(page, from)
    from += page.length
  }
  column.fill(0, rows)
}
