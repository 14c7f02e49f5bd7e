import type { Dot, Frame } from '@/lib/queue/frame'
import { type Box, CELL, type Lane, type Layout } from './drawing'

// Where each message of a frame stands. What does not fit into its row is counted in words instead.

export type PlacedDot = { readonly dot: Dot; readonly x: number; readonly y: number }

export function placeDots({ dots, stations }: Frame, layout: Layout): PlacedDot[] {
  const taken = new Map<string, number>()
  const threads = stations[0]!.workers.length
  return dots.flatMap((dot) => {
    const rowKey = `${dot.place} ${dot.station} ${dot.at}`
    const nth = taken.get(rowKey) ?? 0
    taken.set(rowKey, nth + 1)
    const spot = spotOf(dot, nth, layout, threads)
    return spot ? [{ dot, ...spot }] : []
  })
}

type Spot = { readonly x: number; readonly y: number }

function spotOf({ place, station, at }: Dot, nth: number, layout: Layout, threads: number): Spot | null {
  if (place === 'thread') return spotOfThread(layout.api, at, threads)
  if (place === 'outbox') return layout.outbox && cellOf(layout.outbox, nth)
  if (place === 'delayed') return layout.retry && cellOf(layout.retry, nth)
  if (place === 'dead') return layout.dead && cellOf(layout.dead, nth)
  if (station === 0) return place === 'ready' ? cellOf(layout.backlog, nth) : null
  if (station === 2) return layout.second && cellOf(layout.second, nth)
  if (place === 'ready') {
    const lane = layout.lanes.find((it) => it.index === at)
    return lane ? cellOf(lane, nth) : null
  }
  const worker = layout.workers[at]
  if (!worker) return null
  if (place === 'working') return centreOf(worker)
  return layout.workersNamed ? { x: worker.x + worker.width + 6 + (nth % 10) * 5, y: worker.y + worker.height - 3 } : null
}

const centreOf = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 })

function cellOf(lane: Lane, nth: number): Spot | null {
  const columns = Math.floor((lane.width - 4) / CELL)
  if (nth >= columns * lane.rows) return null
  const column = Math.floor(nth / lane.rows)
  return { x: lane.x + lane.width - 2 - CELL / 2 - column * CELL, y: lane.y + 3 + CELL / 2 + (nth % lane.rows) * CELL }
}

/** Threads as a grid in the API's lower half; beyond 64 of them several share a place. */
export function threadGrid({ width }: Box, threads: number): { readonly columns: number; readonly shown: number } {
  const columns = Math.floor((width - 14) / CELL)
  return { columns, shown: Math.min(threads, columns * 4) }
}

function spotOfThread(api: Box, at: number, threads: number): Spot {
  const { columns, shown } = threadGrid(api, threads)
  const cell = threads <= shown ? at : Math.floor((at * shown) / threads)
  const rows = Math.ceil(shown / columns)
  return {
    x: api.x + 7 + CELL / 2 + (cell % columns) * CELL,
    y: api.y + api.height - 5 - (rows - Math.floor(cell / columns) - 0.5) * CELL,
  }
}
