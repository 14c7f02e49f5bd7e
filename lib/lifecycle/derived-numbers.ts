import type { Settings } from './assumptions'
import { handshakeMicros, transferMicros } from './wires'

// e^(0.6^2 / 2): the mean of a log-normal with sigma 0.6 over its median.
const MEAN_OVER_MEDIAN = 1.1972
const SECOND = 1_000_000

/** What follows from the assumptions alone. The formulas stand with the words, to be shown beside the values. */
export function derivedNumbers(settings: Settings) {
  const { attempts, poolTimeout, queryTimeout, backoffBase, backoffCap } = settings
  let waits = 0
  for (let retry = 1; retry < attempts; retry += 1) waits += Math.min(backoffCap, backoffBase << (retry - 1))
  return {
    handshake: handshakeMicros(settings.clientEdgeRtt),
    transfer: transferMicros(settings.responseBytes, settings.bandwidth),
    firstSecondLimit: settings.bucketBurst + settings.bucketRate,
    meanFirstBackoff: Math.round(Math.min(backoffBase, backoffCap) / 2),
    longestDatabaseTime: Math.min(settings.deadline, attempts * (poolTimeout + queryTimeout) + waits),
    databaseCapacity: perSecond(settings.poolSize, settings.queryWork),
    workerCapacity: perSecond(settings.workers, settings.workerTime),
  }
}

function perSecond(servers: number, medianMicros: number): number {
  return Math.round((servers * SECOND) / (Math.max(1, medianMicros) * MEAN_OVER_MEDIAN))
}
