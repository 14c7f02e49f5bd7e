import type { QueueConfig } from '@/lib/queue/settings'
import { type Box, CELL, type Edge, type Lane, type Layout, type Layouts, type Party } from './drawing'
import { BROKER_NAMES, brokerNote, PARTIES } from './parties'

// Where everything stands, from the settings.

const MOST_LANES = 16
const FEW_WORKERS = 8

export const layoutsOf = (config: QueueConfig): Layouts => ({ wide: wideLayout(config), tall: tallLayout(config) })

function namedLanes({ broker, partitions, urgentPercent }: QueueConfig): { label: string; index: number }[] {
  if (broker === 'kafka') return Array.from({ length: partitions }, (_, index) => ({ label: `p${index}`, index }))
  if (broker === 'redis') return [{ label: 'stream', index: 0 }]
  // RabbitMQ keeps the urgent ones apart, also while there are none.
  const normal = { label: urgentPercent > 0 ? 'normal' : 'queue', index: 1 }
  return urgentPercent > 0 ? [{ label: 'urgent', index: 0 }, normal] : [normal]
}

function stackLanes(config: QueueConfig, place: { x: number; y: number; width: number }): Lane[] {
  const named = namedLanes(config).slice(0, MOST_LANES)
  const rows = named.length === 1 ? 4 : named.length === 2 ? 2 : 1
  const height = rows * CELL + 6
  const step = height + (named.length > 2 ? 5 : 24)
  return named.map((lane, at) => ({ ...place, ...lane, y: place.y + at * step, height, rows }))
}

const bottomOf = (boxes: readonly Box[]): number => boxes.reduce((most, it) => Math.max(most, it.y + it.height), 0)

function gridOf(count: number, columns: number, cell: { width: number; height: number }, at: { x: number; y: number }): Box[] {
  return Array.from({ length: count }, (_, index) => ({
    x: at.x + (index % columns) * (cell.width + 4),
    y: at.y + Math.floor(index / columns) * (cell.height + 4),
    width: cell.width,
    height: cell.height,
  }))
}

const brokerAt = (config: QueueConfig, box: Box): Party => ({
  ...box,
  name: BROKER_NAMES[config.broker],
  note: brokerNote(config),
})

function wideLayout(config: QueueConfig): Layout {
  const parties = PARTIES[config.workload]
  const top = 34
  const middle = top + 23
  const api = { x: 132, y: top, width: 132, height: 74, name: 'API' }
  const callers = { x: 0, y: top, width: 96, height: 46, name: parties.callers }
  const backlog = { x: 132, y: 146, width: 132, height: CELL * 2 + 6, rows: 2, index: 0, label: 'waiting for a thread' }
  const dependency = { x: 836, y: top, width: 104, height: 46, name: parties.dependency }
  const shared = { width: 940, callers, api, backlog, dependency }
  const call: Edge = { kind: 'call', path: `M96 ${middle}H126`, heads: right(132, middle) }
  if (config.placement === 'inline') {
    const works: Edge = { kind: 'deliver', path: `M264 ${middle}H830`, heads: right(836, middle) }
    return { ...shared, ...noBroker, height: 184, edges: [call, works] }
  }
  const outbox = config.outbox ? { ...backlog, y: 200, label: 'outbox, not yet published' } : null
  const broker = brokerAt(config, { x: 306, y: top, width: 108, height: 46 })
  // A single lane lies level with the broker.
  const lanes = stackLanes(config, { x: 474, y: config.broker === 'kafka' ? top : middle - 17, width: 214 })
  const second = config.second === 'none' ? null : secondLane(config, { x: 474, y: bottomOf(lanes) + 30, width: 214 })
  const isNamed = config.workers <= FEW_WORKERS
  const cell = isNamed ? { width: 20, height: 20 } : { width: 14, height: 14 }
  const columns = isNamed ? 1 : Math.min(4, Math.ceil(config.workers / FEW_WORKERS))
  const workers = gridOf(config.workers, columns, cell, { x: 742, y: top })
  const aside = bottomOf(second ? [...lanes, second] : lanes) + 38
  const retry = { x: 474, y: aside, width: 214, height: CELL + 6, rows: 1, index: 0, label: 'waiting to be tried again' }
  const dead = config.deadLetters ? { ...retry, y: aside + 42, label: 'dead letters' } : null
  const rightOfWorkers = isNamed ? 816 : 742 + columns * 18
  const edges: Edge[] = [
    call,
    ...(outbox
      ? [{ kind: 'publish' as const, path: `M264 ${outbox.y + 10}H284V${middle}H300`, heads: right(306, middle) }]
      : [{ kind: 'publish' as const, path: `M264 ${middle}H300`, heads: right(306, middle) }]),
    comb('publish', 414, 430, lanes.length > 2 ? 446 : 474, middle, lanes.map(middleOf)),
    comb('deliver', 688, 722, 742, middle, isNamed ? workers.map(middleOf) : [middle]),
    { kind: 'deliver', path: `M${rightOfWorkers} ${middle}H830`, heads: right(836, middle) },
    { kind: 'retry', path: `M706 ${middle}V${retry.y + 6}H694`, heads: left(688, retry.y + 6) },
    ...(dead ? [{ kind: 'dead' as const, path: `M706 ${retry.y + 6}V${dead.y + 6}H694`, heads: left(688, dead.y + 6) }] : []),
  ]
  const height = Math.max(bottomOf([...workers, outbox ?? backlog]), bottomOf([dead ?? retry])) + 12
  const hiddenLanes = namedLanes(config).length - lanes.length
  return { ...shared, height, outbox, broker, lanes, hiddenLanes, second, workers, workersNamed: isNamed, retry, dead, edges }
}

const middleOf = ({ y, height }: Box): number => y + height / 2

/** Solid heads of seven pixels, with the tip at the point given. */
const right = (x: number, y: number): string => `M${x} ${y}l-7 -3.5v7z`
const left = (x: number, y: number): string => `M${x} ${y}l7 -3.5v7z`
const down = (x: number, y: number): string => `M${x} ${y}l-3.5 -7h7z`

/** One line that parts into several at `spine`. */
function comb(kind: Edge['kind'], from: number, spine: number, to: number, y: number, ends: readonly number[]): Edge {
  const [first, last] = [Math.min(y, ...ends), Math.max(y, ...ends)]
  const teeth = ends.map((end) => `M${spine} ${end}H${to - 6}`).join('')
  return {
    kind,
    path: `M${from} ${y}H${spine}M${spine} ${first}V${last}${teeth}`,
    heads: ends.map((end) => right(to, end)).join(''),
  }
}

const noBroker = {
  outbox: null,
  broker: null,
  lanes: [],
  hiddenLanes: 0,
  second: null,
  workers: [],
  workersNamed: false,
  retry: null,
  dead: null,
} as const

function secondLane(config: QueueConfig, place: { x: number; y: number; width: number }): Lane {
  return { ...place, height: CELL + 6, rows: 1, index: 0, label: config.second === 'audit' ? 'audit queue' : 'next queue' }
}

function tallLayout(config: QueueConfig): Layout {
  const parties = PARTIES[config.workload]
  const callers = { x: 0, y: 22, width: 92, height: 46, name: parties.callers }
  const api = { x: 124, y: 22, width: 216, height: 70, name: 'API' }
  const backlog = { x: 124, y: 118, width: 216, height: CELL + 6, rows: 1, index: 0, label: 'waiting for a thread' }
  const shared = { width: 340, callers, api, backlog }
  const call: Edge = { kind: 'call', path: 'M92 45H118', heads: right(124, 45) }
  if (config.placement === 'inline') {
    const dependency = { x: 0, y: 160, width: 340, height: 34, name: parties.dependency }
    const works: Edge = { kind: 'deliver', path: 'M108 60H124M108 60V154', heads: down(108, 160) }
    return { ...shared, ...noBroker, dependency, height: 198, edges: [call, works] }
  }
  const outbox = config.outbox ? { ...backlog, y: 162, label: 'outbox, not yet published' } : null
  const broker = brokerAt(config, { x: 0, y: outbox ? 198 : 154, width: 340, height: 30 })
  const lanes = stackLanes(config, { x: 44, y: broker.y + 60, width: 252 })
  const second = config.second === 'none' ? null : secondLane(config, { x: 44, y: bottomOf(lanes) + 30, width: 252 })
  const workersTop = bottomOf(second ? [...lanes, second] : lanes) + 42
  const isNamed = config.workers <= FEW_WORKERS
  // A named worker has room for its name at its right.
  const workers = isNamed
    ? gridOf(config.workers, 4, { width: 80, height: 24 }, { x: 0, y: workersTop }).map((it) => ({
        ...it,
        width: 20,
        height: 20,
      }))
    : gridOf(config.workers, 16, { width: 14, height: 14 }, { x: 0, y: workersTop })
  const workersEnd = bottomOf(workers)
  const dependency = { x: 0, y: workersEnd + 34, width: 340, height: 34, name: parties.dependency }
  const retry = {
    x: 44,
    y: workersEnd + 104,
    width: 252,
    height: CELL + 6,
    rows: 1,
    index: 0,
    label: 'waiting to be tried again',
  }
  const dead = config.deadLetters ? { ...retry, y: retry.y + 44, label: 'dead letters' } : null
  const laneMiddle = middleOf(lanes[0]!)
  const edges: Edge[] = [
    call,
    { kind: 'publish', path: `M108 60H124M108 60V${broker.y - 6}`, heads: down(108, broker.y) },
    {
      kind: 'publish',
      path: `M12 ${broker.y + 30}V${laneMiddle}H${lanes.length > 2 ? 16 : 38}`,
      heads: right(lanes.length > 2 ? 22 : 44, laneMiddle),
    },
    {
      kind: 'deliver',
      path: `M${lanes.length > 2 ? 322 : 296} ${laneMiddle}H330V${workersTop - 14}`,
      heads: down(330, workersTop - 8),
    },
    { kind: 'deliver', path: `M330 ${workersEnd + 6}V${dependency.y - 6}`, heads: down(330, dependency.y) },
  ]
  const height = bottomOf([dead ?? retry]) + 12
  const hiddenLanes = namedLanes(config).length - lanes.length
  return {
    ...shared,
    dependency,
    height,
    outbox,
    broker,
    lanes,
    hiddenLanes,
    second,
    workers,
    workersNamed: isNamed,
    retry,
    dead,
    edges,
  }
}
