/** Insertions, deletions, replacements and swaps of neighbours that turn one word into another. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= a.length; row += 1) {
    rows[row] = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const cost = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same)
      rows[row]?.push(swapped ? Math.min(cost, at(row - 2, column - 2) + 1) : cost)
    }
  }
  return at(a.length, b.length)
}

/** The known word that a misspelt one most likely means, unless everything is far away. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  let best: { word: string; distance: number } | undefined
  for (const word of known) {
    const begins = word.startsWith(found) || found.startsWith(word)
    const distance = begins ? 1 : editDistance(found, word)
    if (best === undefined || distance < best.distance) best = { word, distance }
  }
  return best !== undefined && best.distance <= Math.max(2, Math.floor(found.length / 3)) ? best.word : undefined
}
