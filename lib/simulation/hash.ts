// A trace's fingerprint: two 32-bit FNV-1a lanes over 32-bit words. Integer arithmetic only, so Node and every browser agree.
// For telling traces apart, not for security.

export type TraceHash = {
  /** An integer of at most 53 bits. */
  add(value: number): void
  hex(): string
  snapshot(): readonly [number, number]
}

const FNV_PRIME = 0x01000193
const SECOND_PRIME = 0x85ebca6b

export function createTraceHash(from: readonly [number, number] = [0x811c9dc5 | 0, 0x5bd1e995]): TraceHash {
  // In a typed array: a variable of the closure would be a new number object with every word in browsers whose small integers have 31 bits.
  const lanes = Int32Array.from(from)
  function word(bits: number): void {
    const first = Math.imul(lanes[0]! ^ bits, FNV_PRIME)
    lanes[0] = first ^ (first >>> 15)
    const second = Math.imul(lanes[1]! ^ ((bits << 13) | (bits >>> 19)), SECOND_PRIME)
    lanes[1] = second ^ (second >>> 16)
  }
  return {
    add(value) {
      word(value | 0)
      if (value < 0 || value >= 0x1_0000_0000) word(Math.floor(value / 0x1_0000_0000))
    },
    hex: () => hexWord(lanes[0]!) + hexWord(lanes[1]!),
    snapshot: () => [lanes[0]!, lanes[1]!],
  }
}

export function addText(hash: TraceHash, text: string): void {
  for (let at = 0; at < text.length; at += 1) hash.add(text.charCodeAt(at))
  hash.add(text.length)
}

export function hashText(text: string): string {
  const hash = createTraceHash()
  addText(hash, text)
  return hash.hex()
}

function hexWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
