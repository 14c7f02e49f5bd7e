import type { Frame } from '@/lib/queue/frame'
import { countText, momentText } from './format'

/** The states of a message in its queue, as a frame counts them. */
const [READY, DELAYED, DEAD] = [1, 3, 4] as const

export type Tally = {
  readonly threads: number
  readonly threadsBusy: number
  readonly waitingForThread: number
  readonly ready: number
  readonly delayed: number
  readonly dead: number
  readonly workers: number
  readonly workersBusy: number
  readonly workersGone: number
}

export function tallyOf(frame: Frame): Tally {
  const [front, work] = frame.stations
  const busy = (workers: readonly { readonly busy: number }[]) => workers.filter((it) => it.busy > 0).length
  return {
    threads: front!.workers.length,
    threadsBusy: busy(front!.workers),
    waitingForThread: front!.lanes[0]!.length,
    ready: work?.counts[READY] ?? 0,
    delayed: work?.counts[DELAYED] ?? 0,
    dead: work?.counts[DEAD] ?? 0,
    workers: work?.workers.length ?? 0,
    workersBusy: busy(work?.workers ?? []),
    workersGone: work?.workers.filter((it) => !it.isAlive || it.isPaused).length ?? 0,
  }
}

const some = (count: number, words: string): string => (count > 0 ? `, ${countText(count)} ${words}` : '')

/** One moment of a run in a sentence: for those who do not see the drawing, and for those who do. */
export function describeFrame(frame: Frame): string {
  const it = tallyOf(frame)
  const threads = `${it.threadsBusy} of ${it.threads} API threads busy${some(it.waitingForThread, 'waiting for one')}`
  const refused = some(frame.counters.refused, 'refused')
  const lost = some(frame.counters.lost, 'lost')
  if (it.workers === 0)
    return `${momentText(frame.at)}: ${threads}, ${countText(frame.counters.completed)} done${refused}${lost}.`
  const queue = `${countText(it.ready)} in the queue${some(it.delayed, 'waiting to be tried again')}${some(it.dead, it.dead === 1 ? 'dead letter' : 'dead letters')}`
  const workers = `${it.workersBusy} of ${it.workers} workers busy${some(it.workersGone, 'gone or hanging')}`
  return `${momentText(frame.at)}: ${threads}, ${queue}, ${workers}, ${countText(frame.counters.completed)} done${refused}${lost}.`
}
