import type { QueueConfig } from '@/lib/queue/settings'

// Where everything stands in the drawing. Two shapes of the same: wide, and tall for a phone or a column of text.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** A row of cells; the message to be taken next lies at the right end. */
export type Lane = Box & { readonly label: string; readonly rows: number }
export type Layout = {
  readonly width: number
  readonly height: number
  readonly callers: Box
  readonly api: Box
  readonly backlog: Lane
  readonly outbox: Lane | null
  readonly broker: Box | null
  readonly lanes: readonly Lane[]
  readonly hiddenLanes: number
  readonly second: Lane | null
  readonly workers: readonly Box[]
  readonly workersNamed: boolean
  readonly dependency: Box
  readonly retry: Lane | null
  readonly dead: Lane | null
  /** From box to box, drawn with the commands M, H and V. */
  readonly edges: readonly Edge[]
}
export type Edge = { readonly kind: 'call' | 'publish' | 'deliver' | 'retry' | 'dead'; readonly path: string }

export const CELL = 7
const MOST_LANES = 16
const FEW_WORKERS = 8

export function layoutOf(config: QueueConfig, tall: boolean): Layout {
  return tall ? tallLayout(config) : wideLayout(config)
}

function laneLabels({ broker, partitions, urgentPercent }: QueueConfig): string[] {
  if (broker === 'kafka') return Array.from({ length: partitions }, (_, at) => `p${at}`)
  if (broker === 'redis') return ['stream']
  return urgentPercent > 0 ? ['urgent', 'normal'] : ['queue']
}

function stackLanes(config: QueueConfig, place: { x: number; y: number; width: number }): Lane[] {
  const labels = laneLabels(config).slice(0, MOST_LANES)
  const rows = labels.length === 1 ? 4 : labels.length === 2 ? 2 : 1
  const height = rows * CELL + 6
  const step = height + (labels.length > 2 ? 5 : 14)
  return labels.map((label, at) => ({ ...place, y: place.y + at * step, height, label, rows }))
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

function wideLayout(config: QueueConfig): Layout {
  const isInline = config.placement === 'inline'
  const top = 34
  const api = { x: 138, y: top, width: 132, height: 74 }
  const callers = { x: 0, y: top, width: 96, height: 46 }
  const backlog = { x: 138, y: 152, width: 132, height: CELL * 2 + 6, rows: 2, label: 'waiting for a thread' }
  const dependency = { x: 812, y: top, width: 128, height: 46 }
  const middle = top + 23
  const shared = { width: 940, callers, api, backlog, dependency }
  if (isInline) {
    const edges: Edge[] = [
      { kind: 'call', path: `M96 ${middle} H138` },
      { kind: 'deliver', path: `M270 ${middle} H812` },
    ]
    return { ...shared, ...noBroker, height: 190, edges }
  }
  const outbox = config.outbox
    ? { x: 138, y: 208, width: 132, height: CELL * 2 + 6, rows: 2, label: 'outbox, not yet published' }
    : null
  const broker = { x: 314, y: top, width: 92, height: 46 }
  const lanes = stackLanes(config, { x: 478, y: top, width: 196 })
  const lanesEnd = bottomOf(lanes)
  const second = config.second === 'none' ? null : secondLane(config, { x: 478, y: lanesEnd + 30, width: 196 })
  const columns = Math.ceil(config.workers / FEW_WORKERS)
  const isNamed = config.workers <= FEW_WORKERS
  const cell = isNamed ? { width: 20, height: 20 } : { width: 14, height: 14 }
  const workers = gridOf(config.workers, isNamed ? 1 : Math.min(4, columns), cell, { x: 716, y: top })
  const aside = Math.max(lanesEnd, second ? bottomOf([second]) : 0) + 38
  const retry = { x: 478, y: aside, width: 196, height: CELL + 6, rows: 1, label: 'waiting to be tried again' }
  const dead = config.deadLetters ? { ...retry, y: aside + 48, label: 'dead letters' } : null
  const laneMiddle = lanes[0]!.y + lanes[0]!.height / 2
  const spineTo = lanes.at(-1)!.y + lanes.at(-1)!.height / 2
  const published = outbox ? `M204 108 V${outbox.y - 18} M270 ${outbox.y + 10} H290 V${middle} H314` : `M270 ${middle} H314`
  const edges: Edge[] = [
    { kind: 'call', path: `M96 ${middle} H138` },
    { kind: 'publish', path: published },
    { kind: 'publish', path: `M406 ${middle} H430 V${laneMiddle} H446${spineTo > laneMiddle ? ` M430 ${laneMiddle} V${spineTo} H446` : ''}` },
    { kind: 'deliver', path: `M674 ${middle} H716` },
    { kind: 'deliver', path: `M${isNamed ? 786 : 716 + Math.min(4, columns) * 18} ${middle} H812` },
    { kind: 'retry', path: `M700 ${middle} V${retry.y + 6} H674` },
    ...(dead ? [{ kind: 'dead' as const, path: `M700 ${retry.y + 6} V${dead.y + 6} H674` }] : []),
  ]
  const height = Math.max(bottomOf([...workers, ...(outbox ? [outbox] : []), backlog]) + 30, bottomOf([dead ?? retry]) + 24)
  const hiddenLanes = laneLabels(config).length - lanes.length
  return { ...shared, height, outbox, broker, lanes, hiddenLanes, second, workers, workersNamed: isNamed, retry, dead, edges }
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
  return { ...place, height: CELL + 6, rows: 1, label: config.second === 'audit' ? 'audit queue' : 'next queue' }
}

function tallLayout(config: QueueConfig): Layout {
  const isInline = config.placement === 'inline'
  const callers = { x: 0, y: 22, width: 92, height: 46 }
  const api = { x: 124, y: 22, width: 216, height: 70 }
  const backlog = { x: 124, y: 118, width: 216, height: CELL + 6, rows: 1, label: 'waiting for a thread' }
  const shared = { width: 340, callers, api, backlog }
  const call: Edge = { kind: 'call', path: 'M92 45 H124' }
  if (isInline) {
    const dependency = { x: 124, y: 160, width: 216, height: 34 }
    return { ...shared, ...noBroker, dependency, height: 198, edges: [call, { kind: 'deliver', path: 'M232 131 V160' }] }
  }
  const outbox = config.outbox ? { ...backlog, y: 160, label: 'outbox, not yet published' } : null
  const brokerTop = outbox ? 196 : 154
  const broker = { x: 0, y: brokerTop, width: 340, height: 30 }
  const lanes = stackLanes(config, { x: 44, y: brokerTop + 58, width: 252 })
  const lanesEnd = bottomOf(lanes)
  const second = config.second === 'none' ? null : secondLane(config, { x: 44, y: lanesEnd + 30, width: 252 })
  const workersTop = Math.max(lanesEnd, second ? bottomOf([second]) : 0) + 42
  const isNamed = config.workers <= FEW_WORKERS
  const cell = isNamed ? { width: 20, height: 20 } : { width: 14, height: 14 }
  // A named worker has room for its name at its right.
  const workers = isNamed
    ? gridOf(config.workers, 4, { width: 80, height: 24 }, { x: 0, y: workersTop }).map((it) => ({ ...it, ...cell }))
    : gridOf(config.workers, 16, cell, { x: 0, y: workersTop })
  const workersEnd = bottomOf(workers)
  const dependency = { x: 0, y: workersEnd + 34, width: 340, height: 34 }
  const retry = { x: 44, y: workersEnd + 104, width: 252, height: CELL + 6, rows: 1, label: 'waiting to be tried again' }
  const dead = config.deadLetters ? { ...retry, y: retry.y + 44, label: 'dead letters' } : null
  const edges: Edge[] = [
    call,
    { kind: 'publish', path: `M108 60 V${brokerTop}` },
    { kind: 'publish', path: `M20 ${brokerTop + 30} V${lanes[0]!.y + lanes[0]!.height / 2}` },
    { kind: 'deliver', path: `M320 ${lanes[0]!.y + lanes[0]!.height / 2} V${workersTop - 8}` },
    { kind: 'deliver', path: `M320 ${workersEnd + 8} V${dependency.y}` },
  ]
  const height = bottomOf([dead ?? retry]) + 12
  const hiddenLanes = laneLabels(config).length - lanes.length
  return { ...shared, dependency, height, outbox, broker, lanes, hiddenLanes, second, workers, workersNamed: isNamed, retry, dead, edges }
}
