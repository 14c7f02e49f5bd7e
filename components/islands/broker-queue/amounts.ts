import type { Latency } from '@/lib/queue/measures'
import { countText } from './format'

/** Times as a reader says them: three digits at most, in the unit that fits. */
export function timeText(micros: number): string {
  if (micros < 1_000) return `${Math.round(micros)} µs`
  if (micros < 999_500) return `${rounded(micros / 1_000)} ms`
  if (micros < 120_000_000) return `${rounded(micros / 1_000_000)} s`
  return micros < 7_200_000_000 ? `${rounded(micros / 60_000_000)} min` : `${rounded(micros / 3_600_000_000)} h`
}

const rounded = (value: number): string => (value < 9.95 ? String(Math.round(value * 10) / 10) : String(Math.round(value)))

export const decimalText = (value: number): string => (value >= 100 ? countText(value) : String(Math.round(value * 10) / 10))

/** Null when there are too few samples for this percentile to mean anything. */
export const percentileOf = ({ percentiles }: Latency, percent: number): number | null =>
  percentiles.find((it) => it.percent === percent)?.value ?? null
