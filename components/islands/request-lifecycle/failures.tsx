import { describeToggle } from '@/lib/lifecycle/describe'
import { type FailureMode, type StageId, stageIds, stageNumber, type Toggles } from '@/lib/lifecycle/stages'
import { toggleEffects } from '@/lib/lifecycle/toggle-effects'
import type { Words } from '@/lib/lifecycle/words'
import type { Followed } from './following'

type Props = {
  followed: Followed
  words: Words
  ofScenario: Toggles
  ofReader: Toggles
  alive: boolean
  onToggles: (toggles: Toggles) => void
}

/** What the reader sets back to the scenario's own is no choice of theirs any more. */
function withMode(toggles: Toggles, stage: StageId, mode: FailureMode, ofScenario: Toggles): Toggles {
  const others = Object.entries(toggles).filter(([it]) => it !== stage)
  return Object.fromEntries(mode === (ofScenario[stage] ?? 'ok') ? others : [...others, [stage, mode]])
}

export function Failures({ followed, words, ofScenario, ofReader, alive, onToggles }: Props) {
  const effects = toggleEffects(followed.trace)
  const modeOf = (stage: StageId): FailureMode => ofReader[stage] ?? ofScenario[stage] ?? 'ok'
  return (
    <fieldset className="lc-failures" disabled={!alive}>
      <legend>Break a stage</legend>
      <ul>
        {stageIds.map((stage) => (
          <li key={stage}>
            <span>
              {stageNumber(stage)} {words.stages[stage].name}
            </span>
            {(['slow', 'fail'] as const).map((mode) => (
              <label key={mode}>
                <input
                  type="checkbox"
                  checked={modeOf(stage) === mode}
                  aria-label={`${words.stages[stage].name} ${mode === 'fail' ? 'fails' : 'is slow'}`}
                  onChange={({ target }) => onToggles(withMode(ofReader, stage, target.checked ? mode : 'ok', ofScenario))}
                />
                {mode === 'fail' ? 'fails' : 'slow'}
              </label>
            ))}
          </li>
        ))}
      </ul>
      <ul className="lc-effects" aria-label="What the failures did">
        {effects.length === 0 ? (
          <li>Nothing is broken.</li>
        ) : (
          effects.map((it) => <li key={it.stage}>{describeToggle(it, words)}</li>)
        )}
      </ul>
    </fieldset>
  )
}
