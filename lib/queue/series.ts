// Time series for the charts: never more than POINTS. When they are full, neighbours are merged and every point covers twice the time.

export const POINTS = 600

export const SERIES = ['ready', 'unacked', 'dead', 'oldestAge', 'threads', 'done', 'refused', 'latencySum', 'latencyMax'] as const
export type SeriesName = (typeof SERIES)[number]
/** What is added up when two points become one; of all others the higher counts. */
const SUMS: readonly SeriesName[] = ['done', 'refused', 'latencySum']

export type Series = {
  /** Microseconds that one point covers. */
  width: number
  count: number
  closesAt: number
  readonly points: Record<SeriesName, Float64Array>
  /** What has happened since the last point. */
  readonly open: { done: number; refused: number; latencySum: number; latencyMax: number }
}

export type Levels = {
  readonly ready: number
  readonly unacked: number
  readonly dead: number
  readonly oldestAge: number
  readonly threads: number
}

export function createSeries(expectedMicros: number): Series {
  const width = Math.max(1, Math.ceil(expectedMicros / (POINTS / 2)))
  const points = Object.fromEntries(SERIES.map((name) => [name, new Float64Array(POINTS)])) as Record<SeriesName, Float64Array>
  return { width, count: 0, closesAt: width, points, open: { done: 0, refused: 0, latencySum: 0, latencyMax: 0 } }
}

export function countDone(series: Series, latency: number): void {
  const { open } = series
  open.done += 1
  open.latencySum += latency
  if (latency > open.latencyMax) open.latencyMax = latency
}

/** Closes every point that ends at or before `until`; the levels are those between the events. */
export function closePoints(series: Series, until: number, levels: Levels): void {
  while (series.closesAt <= until) {
    if (series.count === POINTS) halve(series)
    // Merging moves the end of the open point: it may lie beyond `until` now.
    if (series.closesAt > until) return
    const { points, open, count } = series
    for (const name of SERIES)
      points[name][count] = name in levels ? levels[name as keyof Levels] : open[name as keyof typeof open]
    Object.assign(open, { done: 0, refused: 0, latencySum: 0, latencyMax: 0 })
    series.count += 1
    series.closesAt += series.width
  }
}

// An odd number of points can't occur: POINTS is even and only a full series is halved.
function halve(series: Series): void {
  for (const name of SERIES) {
    const column = series.points[name]
    for (let at = 0; at < POINTS / 2; at += 1) {
      const [a, b] = [column[2 * at]!, column[2 * at + 1]!]
      column[at] = SUMS.includes(name) ? a + b : Math.max(a, b)
    }
  }
  series.count = POINTS / 2
  series.width *= 2
  series.closesAt = (series.count + 1) * series.width
}
