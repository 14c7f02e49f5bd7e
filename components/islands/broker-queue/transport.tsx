import { momentText } from './format'

const speeds = [0.25, 0.5, 1, 2, 4] as const
/** The last of them is the end itself, which whole steps of time would miss. */
const SCRUB_STOPS = 400

type Props = {
  at: number
  end: number
  events: number
  playing: boolean
  speed: number
  alive: boolean
  name: string
  onPlay: (playing: boolean) => void
  onMove: (micros: number) => void
  onStep: (by: 1 | -1) => void
  onSpeed: (speed: number) => void
}

export function Transport({ at, end, events, playing, speed, alive, name, onPlay, onMove, onStep, onSpeed }: Props) {
  const button = (label: string, onClick: () => void, does = true) => (
    <button type="button" onClick={onClick} disabled={!alive} aria-disabled={!does || undefined}>
      {label}
    </button>
  )
  return (
    <div className="transport bq-transport" role="group" aria-label="Transport">
      <div className="transport-buttons">
        {button('Back', () => onStep(-1), events > 0)}
        {button(playing ? 'Pause' : 'Play', () => onPlay(!playing))}
        {button('Step', () => onStep(1), at < end)}
        {button('Reset', () => onMove(0), at > 0)}
      </div>
      <label className="transport-scrub">
        <span>
          Time <b>{momentText(at)}</b> of {momentText(end)}
        </span>
        <input
          type="range"
          min={0}
          max={SCRUB_STOPS}
          value={Math.round((at / Math.max(1, end)) * SCRUB_STOPS)}
          disabled={!alive}
          aria-valuetext={`${momentText(at)}, ${events} events`}
          onChange={({ target }) => onMove(Math.round((Number(target.value) / SCRUB_STOPS) * end))}
        />
      </label>
      <fieldset className="one-of" disabled={!alive}>
        <legend className="unseen">Speed</legend>
        {speeds.map((it) => (
          <label key={it}>
            <input type="radio" name={`${name}-speed`} value={it} checked={it === speed} onChange={() => onSpeed(it)} />
            <span>{it}×</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
