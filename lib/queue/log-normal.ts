import { exponential } from '@/lib/simulation/arithmetic'
import type { Random } from '@/lib/simulation/random'
import { logNormalMicros } from '@/lib/simulation/log-normal'

/** A service time by its mean; few runs need it. */
export const logNormal = (random: Random, mean: number, sigma: number): number =>
  logNormalMicros(random, mean / exponential((sigma * sigma) / 2), sigma)
