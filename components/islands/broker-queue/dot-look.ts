import type { Dot } from '@/lib/queue/frame'

const CIRCLE = 'M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0z'
const CROSS = 'M-3 -3L3 3M3 -3L-3 3'

export const dotShape = ({ isPoison }: Dot): string => (isPoison ? CROSS : CIRCLE)

/** Poison is a cross, a retry a ring, work in progress marked: never by colour alone. */
export function dotClass({ isPoison, attempt, place }: Dot): string {
  if (isPoison) return 'bq-dot bq-poison'
  const again = attempt > 1 || (attempt === 1 && (place === 'ready' || place === 'delayed' || place === 'dead'))
  return `bq-dot${again ? ' bq-again' : ''}${place === 'working' || place === 'thread' ? ' bq-working' : ''}`
}
