import { formatMicros } from '@/lib/lifecycle/describe'
import { momentAt } from '@/lib/lifecycle/steps'
import { type Followed, type Position, positionOfStep } from './following'

const speeds = [0.25, 0.5, 1, 2, 4] as const
type Speed = (typeof speeds)[number]

type Props = {
  followed: Followed
  position: Position
  playing: boolean
  speed: Speed
  alive: boolean
  onPlay: (playing: boolean) => void
  onMove: (to: Position) => void
  onSpeed: (speed: Speed) => void
}

const scrubStops = 400

export function Transport({ followed, position, playing, speed, alive, onPlay, onMove, onSpeed }: Props) {
  const { steps, end } = followed
  const last = steps.length - 1
  const go = (step: number) => {
    onPlay(false)
    onMove(positionOfStep(followed, step))
  }
  const play = () => {
    if (!playing && position.step >= last) onMove(positionOfStep(followed, 0))
    onPlay(!playing)
  }
  const button = (label: string, onClick: () => void, stays = true) => (
    <button type="button" onClick={onClick} disabled={!alive} aria-disabled={(alive && !stays) || undefined}>
      {label}
    </button>
  )
  return (
    <div className="transport lc-transport" role="group" aria-label="Transport">
      <div className="transport-buttons lc-buttons">
        {button('Back', () => go(position.step - 1), position.step > 0)}
        {button(playing ? 'Pause' : 'Play', play)}
        {button('Step', () => go(position.step + 1), position.step < last)}
        {button('Reset', () => go(0), position.step > 0)}
      </div>
      <label className="transport-scrub lc-scrub">
        <span>
          Time <b>{formatMicros(position.at)}</b> of {formatMicros(end)}
        </span>
        <input
          type="range"
          min={0}
          max={end}
          step={Math.max(1, Math.floor(end / scrubStops))}
          value={position.at}
          disabled={!alive}
          aria-valuetext={`${formatMicros(position.at)}, step ${position.step + 1} of ${steps.length}`}
          onChange={(event) => {
            onPlay(false)
            const { step, at } = momentAt(Number(event.target.value), steps)
            onMove({ step, at })
          }}
        />
      </label>
      <fieldset className="one-of lc-speeds" disabled={!alive}>
        <legend className="unseen">Speed</legend>
        {speeds.map((it) => (
          <label key={it}>
            <input type="radio" name="speed" value={it} checked={it === speed} onChange={() => onSpeed(it)} />
            <span>{it}×</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
