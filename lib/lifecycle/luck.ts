import { exponentialTable, logNormalTable } from './quantile-tables'

/**
 * A request has one number, its luck, that follows from the seed and its place in the run; every place on its way has a number that
 * follows from the luck and the place. Nothing depends on how many numbers were drawn before. So a toggle or an edited setting changes
 * what it is about and never shifts the luck of another stage or another request: two runs with one seed can be compared.
 */
export type Luck = number

const GOLDEN = 0x9e3779b9

export const narrow = logNormalTable(0.25)
export const wide = logNormalTable(0.6)
export const memoryless = exponentialTable()

// SplitMix32: the state after so many steps, scrambled. Integer arithmetic only.
function splitMix(state: number, steps: number): number {
  let bits = (state + Math.imul(steps + 1, GOLDEN)) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

export function luckOf(seed: number, index: number): Luck {
  return splitMix(splitMix(seed, 0), index)
}

/** In [0, 1). */
export function shareAt(luck: Luck, place: number): number {
  return splitMix(luck, place) / 0x1_0000_0000
}

export function happensAt(luck: Luck, place: number, percent: number): boolean {
  return shareAt(luck, place) * 100 < percent
}

export function sampleAt(luck: Luck, place: number, table: Float64Array, scale: number): number {
  return Math.round(scale * table[Math.floor(shareAt(luck, place) * table.length)]!)
}

/** Full jitter: anything from nothing to the ceiling, which doubles with every attempt up to the cap. */
export function fullJitter(luck: Luck, place: number, attempt: number, base: number, cap: number): number {
  return Math.floor(shareAt(luck, place) * (Math.min(base << (attempt - 1), cap) + 1))
}
