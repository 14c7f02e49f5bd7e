// What a line of the event log can say, as small numbers. A constant each, imported as one namespace: a bundle then holds the numbers, and the
// names only where they are shown (line-names).

export const ready = 0
export const accepted = 1
export const answered = 2
export const refused = 3
export const failed = 4
export const resubmitted = 5
export const outboxed = 6
export const relayed = 7
export const published = 8
export const unroutable = 9
export const delivered = 10
export const redelivered = 11
export const acked = 12
export const committed = 13
export const attemptFailed = 14
export const retryAt = 15
export const requeued = 16
export const claimed = 17
export const dead = 18
export const dropped = 19
export const redriven = 20
export const effect = 21
export const effectTwice = 22
export const deduped = 23
export const lateAck = 24
export const lost = 25
export const outOfOrder = 26
export const channelClosed = 27
export const memberLeft = 28
export const rebalancing = 29
export const assigned = 30
export const begins = 31
export const ends = 32
