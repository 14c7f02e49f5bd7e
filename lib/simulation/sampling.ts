import { naturalLog } from './natural-log'
import type { Random } from './random'

// Every sampler returns whole microseconds, at least 0.

export function fixedMicros(micros: number): number {
  return Math.max(0, Math.round(micros))
}

/** Uniform over the whole microseconds low, low + 1, ..., high. */
export function uniformMicros(random: Random, low: number, high: number): number {
  if (high <= low) return fixedMicros(low)
  return Math.round(low) + Math.floor(random.unit() * (Math.round(high) - Math.round(low) + 1))
}

export function exponentialMicros(random: Random, meanMicros: number): number {
  return Math.max(0, Math.round(-meanMicros * naturalLog(1 - random.unit())))
}

export function happens(random: Random, probability: number): boolean {
  return random.unit() < probability
}
