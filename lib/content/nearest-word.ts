/** The allowed word that takes the fewest edits, or null when none is near enough to be what was meant. */
export function nearestWord(found: string, allowed: readonly string[]): string | null {
  let best: string | null = null
  let fewest = Math.max(2, Math.ceil(found.length / 3)) + 1
  for (const word of allowed) {
    const edits = editsBetween(found.toLowerCase(), word.toLowerCase())
    if (edits < fewest) [best, fewest] = [word, edits]
  }
  return best
}

function editsBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
