export type NumberArray = Float64Array | Int32Array | readonly number[]

export function mean(values: NumberArray): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at]!
  return values.length === 0 ? NaN : sum / values.length
}

/** Unbiased sample variance. */
export function variance(values: NumberArray): number {
  const centre = mean(values)
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at]! - centre) * (values[at]! - centre)
  return values.length < 2 ? NaN : sum / (values.length - 1)
}

export type BatchMeans = {
  readonly mean: number
  readonly standardError: number
  readonly batches: number
  readonly samples: number
}

/** Neighbouring waiting times are correlated; the spread of the means of long batches is an honest standard error. */
export function batchMeans(values: NumberArray, batches = 20): BatchMeans {
  const size = Math.floor(values.length / batches)
  const means: number[] = []
  for (let batch = 0; size > 0 && batch < batches; batch += 1) means.push(mean(values.slice(batch * size, (batch + 1) * size)))
  return {
    mean: mean(values),
    standardError: Math.sqrt(variance(means) / means.length),
    batches: means.length,
    samples: values.length,
  }
}

export type Histogram = {
  add(value: number): void
  count(): number
  /** Nearest rank, read as the middle of its bucket; NaN when empty. */
  percentile(percent: number): number
  /** No reading is further from the true value than this share of it (or 0.5 below `subBuckets`). */
  readonly relativeError: number
  buckets(): { readonly from: number; readonly to: number; readonly count: number }[]
}

/** Log-linear buckets: every power of two is cut into `subBuckets` equal parts. For values whose exact list is too long to keep. */
export function createHistogram(subBuckets: 32 | 64 | 128 = 64): Histogram {
  const counts = new Float64Array(subBuckets * 54)
  let total = 0
  return {
    relativeError: 1 / (2 * subBuckets),
    add(value) {
      counts[bucketOf(Math.min(Math.max(0, Math.floor(value)), Number.MAX_SAFE_INTEGER), subBuckets)]! += 1
      total += 1
    },
    count: () => total,
    percentile(percent) {
      const rank = Math.max(1, Math.ceil((percent * total) / 100 - 1e-6))
      let seen = 0
      for (let bucket = 0; bucket < counts.length; bucket += 1) {
        seen += counts[bucket]!
        if (seen >= rank) return (bucketStart(bucket, subBuckets) + bucketStart(bucket + 1, subBuckets) - 1) / 2
      }
      return NaN
    },
    buckets() {
      const filled: { from: number; to: number; count: number }[] = []
      counts.forEach((count, bucket) => {
        if (count > 0) filled.push({ from: bucketStart(bucket, subBuckets), to: bucketStart(bucket + 1, subBuckets), count })
      })
      return filled
    },
  }
}

function bucketOf(value: number, subBuckets: number): number {
  let octave = 0
  let scaled = value
  while (scaled >= 2 * subBuckets) {
    scaled = Math.floor(scaled / 2)
    octave += 1
  }
  return octave * subBuckets + scaled
}

function bucketStart(bucket: number, subBuckets: number): number {
  if (bucket < 2 * subBuckets) return bucket
  const octave = Math.floor(bucket / subBuckets) - 1
  let start = (bucket % subBuckets) + subBuckets
  for (let doubling = 0; doubling < octave; doubling += 1) start *= 2
  return start
}
