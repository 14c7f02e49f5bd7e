export type TokenBucket = {
  take(now: number): boolean
  whole(): number
  secondsUntilToken(): number
}

const MICROS = 1_000_000

/** Counted in millionths of a token, so that a rate per second refills by whole units every microsecond and nothing is rounded. */
export function createTokenBucket(ratePerSecond: number, burst: number): TokenBucket {
  const capacity = burst * MICROS
  let level = capacity
  let filledAt = 0
  return {
    take(now) {
      level = Math.min(capacity, level + (now - filledAt) * ratePerSecond)
      filledAt = now
      if (level < MICROS) return false
      level -= MICROS
      return true
    },
    whole: () => Math.floor(level / MICROS),
    secondsUntilToken: () => Math.max(1, Math.ceil((MICROS - level) / ratePerSecond / MICROS)),
  }
}
