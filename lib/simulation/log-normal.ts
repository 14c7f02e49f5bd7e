import { exponential } from './arithmetic'
import { naturalLog } from './natural-log'
import type { Random } from './random'

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
