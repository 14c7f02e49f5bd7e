import { exponential, naturalLog } from './arithmetic'
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

/** Mean of this distribution: medianMicros x e^(sigma^2 / 2). */
export function logNormalMicros(random: Random, medianMicros: number, sigma: number): number {
  return Math.max(0, Math.round(medianMicros * exponential(sigma * standardNormal(random))))
}

// Marsaglia's polar method, without its second value: a sampler without memory can be snapshotted by the generator alone.
export function standardNormal(random: Random): number {
  for (;;) {
    const x = 2 * random.unit() - 1
    const y = 2 * random.unit() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * naturalLog(square)) / square)
  }
}

export function happens(random: Random, probability: number): boolean {
  return random.unit() < probability
}
