// Exact percentiles by selection (nearest rank: the ceil(p x n)-th smallest), in linear time and without sorting all samples.

export type Percentile = { readonly percent: number; readonly value: number | null; readonly samples: number }

/** A percentile is shown only when at least 5 samples lie beyond it: p50 from 10, p95 from 100, p99 from 500, p99.9 from 5,000. */
export function samplesNeeded(percent: number): number {
  return Math.ceil(500 / (100 - percent) - 1e-9)
}

/** `value` is null where there are too few samples. The samples are left as they are. */
export function percentiles(samples: Float64Array | Int32Array, percents: readonly number[]): Percentile[] {
  const work = samples.slice()
  const count = work.length
  // Once a rank is in its place, all that is greater lies to its right: rising percentages have less and less to look at.
  let placed = 0
  return percents.map((percent) => {
    if (count < samplesNeeded(percent)) return { percent, samples: count, value: null }
    const rank = rankOf(percent, count)
    const value = selectRank(work, rank, rank >= placed ? placed : 0)
    placed = rank
    return { percent, samples: count, value }
  })
}

/** The nearest-rank percentile whatever the count; NaN without samples. */
export function percentileOf(samples: Float64Array | Int32Array, percent: number): number {
  return samples.length === 0 ? NaN : selectRank(samples.slice(), rankOf(percent, samples.length))
}

function rankOf(percent: number, count: number): number {
  // The small slack keeps 99.9 x 1000 / 100 = 999.0000000000001 at rank 999.
  return Math.min(count, Math.max(1, Math.ceil((percent * count) / 100 - 1e-6))) - 1
}

function selectRank(work: Float64Array | Int32Array, rank: number, from = 0): number {
  let low = from
  let high = work.length - 1
  while (high > low) {
    const pivot = medianOfThree(work[low]!, work[(low + high) >> 1]!, work[high]!)
    let left = low
    let right = high
    while (left <= right) {
      while (work[left]! < pivot) left += 1
      while (work[right]! > pivot) right -= 1
      if (left > right) break
      const kept = work[left]!
      work[left] = work[right]!
      work[right] = kept
      left += 1
      right -= 1
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else return work[rank]!
  }
  return work[rank]!
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
