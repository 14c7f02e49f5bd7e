import type { FigureScenario } from '@/lib/content/queue'
import type { ReactNode } from 'react'

type Props = {
  scenarios: readonly FigureScenario[]
  chosen: string
  alive: boolean
  onChoose: (slug: string) => void
  /** What came of the run. */
  children: ReactNode
}

export function Heading({ scenarios, chosen, alive, onChoose, children }: Props) {
  return (
    <div className="instrument-head">
      <strong>Broker and queue</strong>
      <label className="bq-field">
        Scenario
        <select value={chosen} disabled={!alive} onChange={({ target }) => onChoose(target.value)}>
          {scenarios.map((it) => (
            <option key={it.slug} value={it.slug}>
              {it.title}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  )
}
