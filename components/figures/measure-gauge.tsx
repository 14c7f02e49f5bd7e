import { spokenText, type MeasureScale, type Spoken } from '@/lib/topology/measure-scale'

const KNOB = 11
const ROW = 26

type Anchored = { at: number; text: string; marked: boolean }

/** A label near an end turns inwards, so that nothing sticks out of the column. */
function side(at: number): string {
  if (at < 22) return ''
  return at > 78 ? ' dia-end' : ' dia-middle'
}

function Knob({ at, text, marked }: Anchored) {
  const shift = -((KNOB - 1) * at) / 100
  return (
    <>
      <text className={`measure-number${marked ? ' measure-now' : ''}${side(at)}`} x={`${at}%`} y="11">
        {text}
      </text>
      <svg x={`${at}%`} y={ROW - KNOB / 2} overflow="visible">
        <rect
          className={marked ? 'measure-filled' : 'measure-hollow measure-knob'}
          x={shift}
          y=".5"
          width={KNOB - 1}
          height={KNOB - 1}
        />
      </svg>
    </>
  )
}

/** From the hollow square of before to the filled one of now, on a ruled axis from zero. */
export function MeasureGauge({ scale, was, now }: { scale: MeasureScale; was: Spoken | undefined; now: string }) {
  return (
    <svg className="measure-gauge" width="100%" height="64" aria-hidden="true" focusable="false">
      <line className="measure-span" x1={`${scale.after}%`} x2={`${scale.before ?? 0}%`} y1={ROW + 0.5} y2={ROW + 0.5} />
      {scale.before !== undefined && <Knob at={scale.before} text={was === undefined ? '100' : spokenText(was)} marked={false} />}
      <Knob at={scale.after} text={now} marked />
      <line className="measure-axis" x1="0" x2="100%" y1="44.5" y2="44.5" />
      {scale.ticks.map((tick, index) => (
        <g key={tick.at}>
          <line className="measure-axis" x1={`${tick.at}%`} x2={`${tick.at}%`} y1="44" y2="50" />
          <text
            className={`measure-number${index === 0 ? '' : tick.at > 90 ? ' dia-end' : ' dia-middle'}`}
            x={`${tick.at}%`}
            y="62"
          >
            {tick.text}
          </text>
        </g>
      ))}
    </svg>
  )
}
