import type { MeasureScale } from '@/lib/topology/measure-scale'

const HEIGHT = 9
const GAP = 3

/** Widths in percent, so that the bars fit any column without a style attribute and keep their 1 px lines. */
export function MeasureBars({ scale }: { scale: MeasureScale }) {
  return scale.before === undefined ? (
    <SingleBar scale={scale} />
  ) : (
    <svg className="measure-bars" width="100%" height={2 * HEIGHT + GAP + 1} aria-hidden="true" focusable="false">
      <rect className="measure-hollow" x="0" y=".5" width={`${scale.before}%`} height={HEIGHT - 1} />
      <rect className="measure-filled" x="0" y={HEIGHT + GAP + 0.5} width={`${Math.max(scale.after, 1)}%`} height={HEIGHT - 1} />
    </svg>
  )
}

function SingleBar({ scale }: { scale: MeasureScale }) {
  return (
    <svg className="measure-bars" width="100%" height="26" aria-hidden="true" focusable="false">
      <rect className="measure-hollow" x="0" y=".5" width="100%" height={HEIGHT - 1} />
      {scale.ticks.slice(1, -1).map((tick) => (
        <line key={tick.at} className="measure-tick" x1={`${tick.at}%`} x2={`${tick.at}%`} y1="1" y2={HEIGHT - 1} />
      ))}
      <rect className="measure-filled" x="0" y=".5" width={`${Math.max(scale.after, 1)}%`} height={HEIGHT - 1} />
      {scale.ticks.map((tick, index) => {
        const last = index === scale.ticks.length - 1
        return (
          <text
            key={tick.at}
            className={index === 0 ? 'measure-number' : last ? 'measure-number dia-end' : 'measure-number dia-middle'}
            x={`${tick.at}%`}
            y="23"
          >
            {tick.text}
          </text>
        )
      })}
    </svg>
  )
}
