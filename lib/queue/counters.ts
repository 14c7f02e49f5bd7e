export type Counters = {
  requests: number
  accepted: number
  answered: number
  refused: number
  failed: number
  resubmitted: number
  unroutable: number
  completed: number
  inTime: number
  duplicates: number
  deduped: number
  lost: number
  died: number
  redelivered: number
  claimed: number
  redriven: number
  retried: number
  outOfOrder: number
  rebalances: number
  lateAcks: number
  dependencyRefusals: number
  peakThreads: number
  lastArrivalAt: number
  lastLeftAt: number
}

export function createCounters(): Counters {
  return {
    requests: 0,
    accepted: 0,
    answered: 0,
    refused: 0,
    failed: 0,
    resubmitted: 0,
    unroutable: 0,
    completed: 0,
    inTime: 0,
    duplicates: 0,
    deduped: 0,
    lost: 0,
    died: 0,
    redelivered: 0,
    claimed: 0,
    redriven: 0,
    retried: 0,
    outOfOrder: 0,
    rebalances: 0,
    lateAcks: 0,
    dependencyRefusals: 0,
    peakThreads: 0,
    lastArrivalAt: 0,
    lastLeftAt: 0,
  }
}
