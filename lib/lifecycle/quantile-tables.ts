import { exponential } from '@/lib/simulation/arithmetic'

// Equally likely values, ascending: one draw picks one, so every sample uses exactly one draw. No value lies beyond the 99.99th
// percentile of its distribution.
const SIZE = 4096
const STEPS_PER_UNIT = 512
const DENSITY_AT_ZERO = 0.3989422804014327

/** Multiples of the median. */
export function logNormalTable(sigma: number): Float64Array {
  const table = new Float64Array(SIZE)
  let below = 0
  let rank = 0
  for (let step = -5 * STEPS_PER_UNIT; rank < SIZE; step += 1) {
    const middle = (step + 0.5) / STEPS_PER_UNIT
    const slice = (DENSITY_AT_ZERO * exponential((-middle * middle) / 2)) / STEPS_PER_UNIT
    for (; rank < SIZE && (rank + 0.5) / SIZE <= below + slice; rank += 1) {
      table[rank] = exponential((sigma * (step + ((rank + 0.5) / SIZE - below) / slice)) / STEPS_PER_UNIT)
    }
    below += slice
  }
  return table
}

/** Multiples of the mean: the expected values of so many exponential samples in order, whose mean is exactly 1. */
export function exponentialTable(): Float64Array {
  const table = new Float64Array(SIZE)
  let sum = 0
  for (let rank = 0; rank < SIZE; rank += 1) {
    sum += 1 / (SIZE - rank)
    table[rank] = sum
  }
  return table
}
