import { CHART, type ChartDrawing, playheadPath } from './chart'
import { decimalText, timeText } from './amounts'
import { countText } from './format'

type Props = { drawings: readonly ChartDrawing[]; at: number; end: number }

/** The whole run; its playheads are moved by the stage. */
export function ChartRow({ drawings, at, end }: Props) {
  return (
    <div className="bq-charts">
      {drawings.map((chart) => (
        <figure key={chart.title}>
          <figcaption>
            <b>{chart.title}</b> <span>{`at most ${valueText(chart)}`}</span>
          </figcaption>
          <svg viewBox={`0 0 ${CHART.width} ${CHART.height + 2}`} preserveAspectRatio="none" aria-hidden="true">
            <path className="bq-floor" d={`M0 ${CHART.height + 0.5}H${CHART.width}`} />
            {chart.lines.map((line) => (
              <path key={line.name} className={`bq-line bq-line-${line.kind}`} d={line.path} />
            ))}
            <path className="bq-playhead" d={playheadPath(at, end)} />
          </svg>
          <p className="bq-axis">
            <span>0 s</span>
            <span className="bq-legend">
              {chart.lines.map((line) => (
                <span key={line.name} className={`bq-key bq-key-${line.kind}`}>
                  {line.name}
                </span>
              ))}
            </span>
            <span>{timeText(end)}</span>
          </p>
        </figure>
      ))}
    </div>
  )
}

function valueText({ unit, peak }: ChartDrawing): string {
  if (unit === 'micros') return timeText(peak)
  return unit === 'rate' ? `${decimalText(peak)}/s` : countText(peak)
}
