// A trace's fingerprint: two 32-bit FNV-1a lanes over 32-bit words. Integer arithmetic only, so Node and every browser agree.
// For telling traces apart, not for security.

export type TraceHash = {
  /** An integer of at most 53 bits. */
  add(value: number): void
  addText(text: string): void
  hex(): string
  snapshot(): readonly [number, number]
}

const FNV_PRIME = 0x01000193
const SECOND_PRIME = 0x85ebca6b

export function createTraceHash(from: readonly [number, number] = [0x811c9dc5 | 0, 0x5bd1e995]): TraceHash {
  let [first, second] = from
  function word(bits: number): void {
    first = Math.imul(first ^ bits, FNV_PRIME)
    first ^= first >>> 15
    second = Math.imul(second ^ ((bits << 13) | (bits >>> 19)), SECOND_PRIME)
    second ^= second >>> 16
  }
  return {
    add(value) {
      word(value | 0)
      const high = Math.floor(value / 0x1_0000_0000)
      if (high !== 0) word(high)
    },
    addText(text) {
      for (let at = 0; at < text.length; at += 1) word(text.charCodeAt(at))
      word(text.length)
    },
    hex: () => hexWord(first) + hexWord(second),
    snapshot: () => [first, second],
  }
}

export function hashText(text: string): string {
  const hash = createTraceHash()
  hash.addText(text)
  return hash.hex()
}

function hexWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
