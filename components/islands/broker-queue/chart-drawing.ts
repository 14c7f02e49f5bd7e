import type { Charts } from '@/lib/queue/protocol'
import type { SeriesName } from '@/lib/queue/series'

// A whole run as four small charts: paths and peaks, nothing else, so that a page can carry them in its HTML.

export type ChartLine = { readonly name: string; readonly kind: 'main' | 'other' | 'fault'; readonly path: string }
export type ChartDrawing = {
  readonly title: string
  readonly unit: 'count' | 'rate' | 'micros'
  readonly peak: number
  readonly lines: readonly ChartLine[]
}

export const CHART = { width: 300, height: 84 } as const

type Source = { readonly name: string; readonly kind: ChartLine['kind']; readonly valueAt: (at: number) => number }

/** Of `most` points at most: neighbours become one, by their highest. `end` is where the time axis ends. */
export function drawCharts({ points, widthMicros }: Charts, end: number, most: number): ChartDrawing[] {
  const count = points.ready.length
  const level = (name: string, series: SeriesName, kind: ChartLine['kind'] = 'main'): Source => ({
    name,
    kind,
    valueAt: (at) => points[series][at] ?? 0,
  })
  const rate = (name: string, series: SeriesName, kind: ChartLine['kind'] = 'main'): Source => ({
    name,
    kind,
    valueAt: (at) => ((points[series][at] ?? 0) * 1e6) / widthMicros,
  })
  const mean: Source = {
    name: 'mean',
    kind: 'main',
    valueAt: (at) => (points.latencySum[at] ?? 0) / Math.max(1, points.done[at] ?? 0),
  }
  const draw = (title: string, unit: ChartDrawing['unit'], sources: Source[]): ChartDrawing => {
    const values = sources.map(({ valueAt }) => pooled(count, most, valueAt))
    const peak = Math.max(...values.flat(), 0)
    const wide = (CHART.width * count * widthMicros) / Math.max(1, end)
    const lines = sources.map(({ name, kind }, at) => ({ name, kind, path: pathOf(values[at]!, peak, wide) }))
    return { title, unit, peak, lines: lines.filter(({ kind }, at) => kind !== 'fault' || values[at]!.some((it) => it > 0)) }
  }
  return [
    draw('Waiting in the queue', 'count', [level('waiting', 'ready'), level('in hand', 'unacked', 'other'), level('dead letters', 'dead', 'fault')]),
    draw('Done per second', 'rate', [rate('done', 'done'), rate('refused', 'refused', 'fault')]),
    draw('From request to done', 'micros', [mean, level('slowest', 'latencyMax', 'other')]),
    draw('API threads busy', 'count', [level('busy', 'threads')]),
  ]
}

function pooled(count: number, most: number, valueAt: (at: number) => number): number[] {
  const group = Math.max(1, Math.ceil(count / most))
  return Array.from({ length: Math.ceil(count / group) }, (_, at) => {
    let highest = 0
    for (let each = at * group; each < Math.min(count, (at + 1) * group); each += 1) highest = Math.max(highest, valueAt(each))
    return highest
  })
}

/** Each point stands at the end of the time it covers. */
function pathOf(values: readonly number[], peak: number, wide: number): string {
  const height = (value: number): string => String(Math.round((CHART.height - (peak === 0 ? 0 : (value / peak) * (CHART.height - 4))) * 10) / 10)
  const x = (at: number): string => String(Math.round((((at + 1) * wide) / values.length) * 10) / 10)
  return `M0 ${CHART.height}` + values.map((value, at) => `L${x(at)} ${height(value)}`).join('')
}
