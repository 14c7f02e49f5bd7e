import type { FigureScenario } from '@/lib/content/lifecycle'
import { formatMicros } from '@/lib/lifecycle/describe'
import type { Trace } from '@/lib/lifecycle/trace'

type Props = {
  scenarios: readonly FigureScenario[]
  scenario: string
  trace: Trace
  budgetMicros: number
  alive: boolean
  onScenario: (scenario: FigureScenario) => void
}

export function Heading({ scenarios, scenario, trace, budgetMicros, alive, onScenario }: Props) {
  const { answer, responseMicros } = trace
  return (
    <div className="instrument-head">
      <strong>Request lifecycle</strong>
      <label className="lc-field">
        Scenario
        <select
          value={scenario}
          disabled={!alive}
          onChange={({ target }) => onScenario(scenarios.find(({ id }) => id === target.value)!)}
        >
          {scenarios
            .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
      <span className="readouts">
        <span className={answer.status < 400 ? undefined : 'lc-fault-text'}>
          status <b>{answer.status < 400 ? answer.status : `× ${answer.status}`}</b>
        </span>
        <span className={responseMicros <= budgetMicros ? undefined : 'lc-fault-text'}>
          response <b>{formatMicros(responseMicros)}</b> of <b>{formatMicros(budgetMicros)}</b>
        </span>
      </span>
    </div>
  )
}

const views = { topology: 'Path', waterfall: 'Time', list: 'Steps', payload: 'Payload', distribution: 'Many' } as const
type View = keyof typeof views

type ViewsProps = { view: View; alive: boolean; onView: (view: View) => void }

/** Only a phone has these: it shows one panel at a time. */
export function Views({ view, alive, onView }: ViewsProps) {
  return (
    <fieldset className="one-of lc-views" disabled={!alive}>
      <legend className="unseen">View</legend>
      {(Object.keys(views) as View[]).map((it) => (
        <label key={it}>
          <input type="radio" name="view" checked={view === it} onChange={() => onView(it)} />
          <span>{views[it]}</span>
        </label>
      ))}
    </fieldset>
  )
}
