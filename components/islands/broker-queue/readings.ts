import type { Frame, WorkerView } from '@/lib/queue/frame'
import { isCrowded, type Layout } from './drawing'
import { countText } from './format'
import { tallyOf } from './words'

// All in the drawing that changes from one moment to the next, but the dots: what a part says, and how it is.

export type State = '' | 'faulty' | 'idle' | 'busy' | 'gone' | 'hanging'
export type Reading = readonly [part: string, says: string, is?: State]

const faultyIf = (is: boolean | undefined): State => (is ? 'faulty' : '')
const idleUnless = (isUsed: boolean): State => (isUsed ? '' : 'idle')

export function readingsOf(frame: Frame, layout: Layout): Reading[] {
  const { weather, counters, stations } = frame
  const [, work, next] = stations
  const tally = tallyOf(frame)
  const isDown = weather.brokerDown > 0
  const [fails, isSlow] = [weather.failing > 0, weather.slowPercent > 100]
  const provider = fails ? 'failing' : isSlow ? `${weather.slowPercent}% slow` : `${countText(counters.completed)} done`
  return [
    ['callers', `${countText(counters.requests)} asked`],
    ['dependency', provider, faultyIf(fails || isSlow)],
    ['api', `${tally.threadsBusy} of ${tally.threads} threads busy`],
    ['backlog', countText(tally.waitingForThread)],
    ['outbox', countText(frame.outbox), faultyIf(weather.relayCrashed)],
    ['broker', isDown ? 'down' : (layout.broker?.note ?? ''), faultyIf(isDown)],
    ['lanes', `${countText(tally.ready)} waiting${work?.phase === 'stable' ? '' : ', group rebalances'}`],
    ...layout.lanes.flatMap(({ index }): Reading[] => {
      const { length = 0, owner = 0, end = 0, committed = 0 } = work?.lanes[index] ?? {}
      if (!isCrowded(layout)) return [[`lane${index}`, countText(length)]]
      return [
        [`lane${index}`, owner < 0 ? '×' : `w${owner}`, faultyIf(owner < 0)],
        [`lag${index}`, length > 0 ? countText(end - committed) : ''],
      ]
    }),
    ['workers', `${tally.workersBusy} of ${tally.workers} workers busy`],
    ...(work?.workers ?? []).map((it, at): Reading => [`worker${at}`, wordOf(it), stateOf(it)]),
    ['second', countText(next?.counts[1] ?? 0)],
    ['retry', countText(tally.delayed)],
    ['dead', countText(tally.dead), faultyIf(tally.dead > 0)],
    ['publish-edge', '', idleUnless(!isDown)],
    ['deliver-edge', '', idleUnless(tally.workersBusy > 0 || tally.threadsBusy > 0)],
    ['retry-edge', '', idleUnless(tally.delayed > 0)],
    ['dead-edge', '', idleUnless(tally.dead > 0)],
  ]
}

const stateOf = ({ isAlive, isPaused, busy }: WorkerView): State =>
  !isAlive ? 'gone' : isPaused ? 'hanging' : busy > 0 ? 'busy' : 'idle'

function wordOf({ isAlive, isPaused, slowPercent, held, busy }: WorkerView): string {
  if (!isAlive) return 'gone'
  if (isPaused) return 'hangs'
  if (slowPercent > 100) return 'slow'
  return held > busy ? `+${held - busy}` : ''
}
