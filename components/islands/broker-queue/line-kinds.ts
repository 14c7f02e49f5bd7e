import type { LineKind } from '@/lib/queue/line-names'

const FAULTS: ReadonlySet<LineKind> = new Set([
  'refused',
  'failed',
  'attemptFailed',
  'dead',
  'dropped',
  'effectTwice',
  'lateAck',
  'lost',
  'outOfOrder',
  'channelClosed',
  'memberLeft',
])

export const isFaultLine = (kind: LineKind): boolean => FAULTS.has(kind)
