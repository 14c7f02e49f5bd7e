import type { ReactNode } from 'react'
import { type FailureMode, type StageId, stageIds, stageNumber, type Toggles } from '@/lib/lifecycle/stages'
import type { Words } from '@/lib/lifecycle/words'

type Props = {
  words: Words
  ofScenario: Toggles
  ofReader: Toggles
  alive: boolean
  onToggles: (toggles: Toggles) => void
  /** What they did. */
  children: ReactNode
}

const groups: readonly (readonly [string, StageId, StageId])[] = [
  ['On the way in', 'client', 'balancer'],
  ['Gateway and service', 'gateway', 'controller'],
  ['Data, queue and response', 'cache', 'response'],
]

/** What the reader sets back to the scenario's own is no choice of theirs any more. */
function withMode(toggles: Toggles, stage: StageId, mode: FailureMode, ofScenario: Toggles): Toggles {
  const others = Object.entries(toggles).filter(([it]) => it !== stage)
  return Object.fromEntries(mode === (ofScenario[stage] ?? 'ok') ? others : [...others, [stage, mode]])
}

export function Failures({ words, ofScenario, ofReader, alive, onToggles, children }: Props) {
  const modeOf = (stage: StageId): FailureMode => ofReader[stage] ?? ofScenario[stage] ?? 'ok'
  const saysMode = { ok: 'is sound', slow: 'is slow', fail: 'fails' }
  return (
    <fieldset className="lc-failures" disabled={!alive}>
      <legend>Break a stage</legend>
      <div className="lc-groups">
        {groups.map(([name, first, last]) => {
          const stages = stageIds.slice(stageIds.indexOf(first), stageIds.indexOf(last) + 1)
          const broken = stages.filter((it) => modeOf(it) !== 'ok')
          return (
            <details key={name}>
              <summary>
                {name}
                <small>{broken.map((it) => `${words.stages[it].name} ${saysMode[modeOf(it)]}`).join(', ')}</small>
              </summary>
              <p className="lc-subtitle">{name}</p>
              <ul>
                {stages.map((stage) => (
                  <li key={stage}>
                    <span>
                      {stageNumber(stage)} {words.stages[stage].name}
                    </span>
                    {(['slow', 'fail'] as const).map((mode) => (
                      <label key={mode}>
                        <input
                          type="checkbox"
                          checked={modeOf(stage) === mode}
                          aria-label={`${words.stages[stage].name} ${saysMode[mode]}`}
                          onChange={({ target }) =>
                            onToggles(withMode(ofReader, stage, target.checked ? mode : 'ok', ofScenario))
                          }
                        />
                        {mode === 'fail' ? 'fails' : 'slow'}
                      </label>
                    ))}
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </div>
      {children}
    </fieldset>
  )
}
