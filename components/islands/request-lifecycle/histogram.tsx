import { formatMicros } from '@/lib/lifecycle/describe'
import type { Bucket } from '@/lib/lifecycle/distribution'

const height = 120

/** Powers of ten, twice and five times them: in microseconds, from a tenth of a millisecond to a minute. */
const roundTimes = [2, 3, 4, 5, 6, 7].flatMap((zeros) => [1, 2, 5].map((digit) => digit * 10 ** zeros))

type Placed = { readonly at: number; readonly micros: number }

/** Of these, as many as have room beside one another. */
function ticksOf(placeOf: (micros: number) => number | null): Placed[] {
  const ticks: Placed[] = []
  for (const micros of roundTimes) {
    const at = placeOf(micros)
    if (at !== null && at < 94 && at - (ticks.at(-1)?.at ?? -Infinity) >= 12) ticks.push({ at, micros })
  }
  return ticks
}

type Props = { buckets: readonly Bucket[]; budgetMicros: number }

/** Places are shares of the width, so that the letters keep their size however wide the figure is. */
export function Histogram({ buckets, budgetMicros }: Props) {
  const shown = buckets.slice(buckets.findIndex((it) => it.good + it.refused + it.failed > 0))
  const most = Math.max(1, ...shown.map((it) => it.good + it.refused + it.failed))
  const wide = 100 / Math.max(1, shown.length)
  const placeOf = (micros: number): number | null => {
    const at = shown.findIndex(({ from, to }) => from <= micros && micros < to)
    const bucket = shown[at]
    return bucket ? (at + (micros - bucket.from) / (bucket.to - bucket.from)) * wide : null
  }
  const budget = placeOf(budgetMicros)
  const percent = (share: number) => `${share.toFixed(2)}%`
  return (
    <svg className="lc-histogram" width="100%" height={height + 22} aria-hidden="true">
      {shown.map(({ from, good, refused, failed }, at) => {
        let base = height
        const parts = Object.entries({ good, refused, failed }).filter(([, count]) => count > 0)
        return parts.map(([kind, count]) => {
          const tall = Math.max(1, (count / most) * (height - 20))
          base -= tall
          const place = { x: percent((at + 0.04) * wide), width: percent(wide * 0.92) }
          return <rect key={`${from}${kind}`} className={`lc-${kind}`} {...place} y={base.toFixed(1)} height={tall.toFixed(1)} />
        })
      })}
      <line className="lc-floor" x1="0" x2="100%" y1={height} y2={height} />
      <text x="0" y="12">
        {`tallest: ${most.toLocaleString('en-GB')} requests`}
      </text>
      {budget !== null && (
        <svg x={percent(budget)} overflow="visible">
          <path className="lc-budget" d={`M-6 18 H0 V${height - 1} H-6`} />
        </svg>
      )}
      {ticksOf(placeOf).map(({ at, micros }) => (
        <text key={micros} x={percent(at)} y={height + 16}>
          {formatMicros(micros).replace('.0', '')}
        </text>
      ))}
    </svg>
  )
}
