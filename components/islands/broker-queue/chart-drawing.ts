import type { Charts } from '@/lib/queue/protocol'
import type { SeriesName } from '@/lib/queue/series'
import { CHART, type ChartDrawing, type ChartLine } from './chart'

// A whole run as five small charts.

type Source = { readonly name: string; readonly kind: ChartLine['kind']; readonly series: SeriesName }
/** One value for several neighbours; null where there is nothing to say. */
type Pool = (from: number, to: number, series: SeriesName) => number | null

const RATE_POINTS = 80

/** Of `most` points at most. `end` is where the time axis ends. */
export function drawCharts({ points, widthMicros }: Charts, end: number, most: number): ChartDrawing[] {
  const count = points.ready.length
  const wide = (CHART.width * count * widthMicros) / Math.max(1, end)
  const sum = (from: number, to: number, series: SeriesName): number =>
    points[series].slice(from, to).reduce((total, value) => total + value, 0)
  const highest: Pool = (from, to, series) => Math.max(...points[series].slice(from, to))
  const perSecond: Pool = (from, to, series) => (sum(from, to, series) * 1e6) / (widthMicros * (to - from))
  const latency: Pool = (from, to, series) => {
    const done = sum(from, to, 'done')
    if (done === 0) return null
    return series === 'latencySum' ? sum(from, to, series) / done : highest(from, to, series)
  }
  const draw = (
    title: string,
    unit: ChartDrawing['unit'],
    pool: Pool,
    limit: number,
    sources: readonly Source[],
  ): ChartDrawing => {
    const group = Math.max(1, Math.ceil(count / limit))
    const values = sources.map(({ series }) =>
      Array.from({ length: Math.ceil(count / group) }, (_, at) => pool(at * group, Math.min(count, (at + 1) * group), series)),
    )
    const peak = Math.max(0, ...values.flat().filter((it) => it !== null))
    const lines = sources.map(({ name, kind }, at) => ({ name, kind, path: pathOf(values[at]!, peak, wide) }))
    return {
      title,
      unit,
      peak,
      lines: lines.filter(({ kind }, at) => kind !== 'fault' || values[at]!.some((it) => (it ?? 0) > 0)),
    }
  }
  return [
    draw('Waiting', 'count', highest, most, [
      { name: 'waiting', kind: 'main', series: 'ready' },
      { name: 'in hand', kind: 'other', series: 'unacked' },
      { name: 'dead letters', kind: 'fault', series: 'dead' },
    ]),
    // Over too short a time a rate is noise.
    draw('Done per second', 'rate', perSecond, Math.min(most, RATE_POINTS), [
      { name: 'done', kind: 'main', series: 'done' },
      { name: 'refused', kind: 'fault', series: 'refused' },
    ]),
    draw('Request to done', 'micros', latency, most, [
      { name: 'mean', kind: 'main', series: 'latencySum' },
      { name: 'slowest', kind: 'other', series: 'latencyMax' },
    ]),
    draw('Oldest waiting', 'micros', highest, most, [{ name: 'age', kind: 'main', series: 'oldestAge' }]),
    draw('API threads busy', 'count', highest, most, [{ name: 'busy', kind: 'main', series: 'threads' }]),
  ]
}

/** Each point stands at the end of the time it covers. */
function pathOf(values: readonly (number | null)[], peak: number, wide: number): string {
  const tenth = (value: number): number => Math.round(value * 10) / 10
  const points = values.flatMap((value, at) => {
    if (value === null) return []
    const height = peak === 0 ? 0 : (value / peak) * (CHART.height - 4)
    return [`${tenth(((at + 1) * wide) / values.length)} ${tenth(CHART.height - height)}`]
  })
  return `M0 ${CHART.height}${points.map((it) => `L${it}`).join('')}`
}
