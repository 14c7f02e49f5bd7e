export type Random = {
  /** A 32-bit unsigned integer. */
  next(): number
  /** An unbiased integer in [0, n), for 1 <= n <= 2^32. */
  below(n: number): number
  /** A number in [0, 1) with 53 random bits. */
  unit(): number
  /** An independent stream, decided by the present state and the label; does not advance this one. */
  fork(label: string): Random
  /** `seededRandom(snapshot)` continues exactly here. */
  snapshot(): RandomState
}

export type RandomState = readonly [number, number, number, number]

const TWO_32 = 0x1_0000_0000

export function seededRandom(seed: number | RandomState): Random {
  const state = Int32Array.from(typeof seed === 'number' ? stateFromSeed(seed) : seed)
  const next = (): number => advance(state) >>> 0
  return {
    next,
    // Whole buckets of the range, so that the generator's strong high bits decide and no value is favoured.
    below(n) {
      const bucket = Math.floor(TWO_32 / n)
      let drawn = Math.floor(next() / bucket)
      while (drawn >= n) drawn = Math.floor(next() / bucket)
      return drawn
    },
    unit() {
      const high = next() >>> 5
      return (high * 0x4000000 + (next() >>> 6)) / 0x20_0000_0000_0000
    },
    fork: (label) => seededRandom(stateFromWords([...state, ...wordsOfText(label)])),
    snapshot: () => [state[0]!, state[1]!, state[2]!, state[3]!],
  }
}

// xoroshiro128+ by Blackman and Vigna, on halves of its two 64-bit words (high before low) and with the low half of the sum as its answer.
// A test holds it to pure-rand's, which comes with more than a browser needs.
function advance(state: Int32Array): number {
  const high = state[0]!
  const low = state[1]!
  const otherHigh = state[2]!
  const otherLow = state[3]!
  const mixedHigh = high ^ otherHigh
  const mixedLow = low ^ otherLow
  state[0] = (high << 24) ^ (low >>> 8) ^ mixedHigh ^ ((mixedHigh << 16) | (mixedLow >>> 16))
  state[1] = (low << 24) ^ (high >>> 8) ^ mixedLow ^ (mixedLow << 16)
  state[2] = (mixedLow << 5) ^ (mixedHigh >>> 27)
  state[3] = (mixedHigh << 5) ^ (mixedLow >>> 27)
  return (low + otherLow) | 0
}

function stateFromSeed(seed: number): RandomState {
  return stateFromWords([seed | 0, Math.floor(seed / TWO_32) | 0])
}

// Neighbouring seeds must not give neighbouring streams: every word is folded through a full avalanche.
function stateFromWords(words: readonly number[]): RandomState {
  let folded = 0x9e3779b9 | 0
  for (const word of words) folded = avalanche(folded ^ word) + 0x6d2b79f5
  const lane = (number: number): number => avalanche(folded + Math.imul(number, 0x9e3779b9)) | 0
  const state: RandomState = [lane(1), lane(2), lane(3), lane(4)]
  // xoroshiro never leaves the all-zero state.
  return state.some((word) => word !== 0) ? state : [1, 2, 3, 4]
}

function wordsOfText(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

function avalanche(word: number): number {
  let mixed = word | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
