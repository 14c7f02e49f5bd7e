import type { FigureScenario } from '@/lib/content/queue'
import type { Measures } from '@/lib/queue/measures'
import { countText, percentileOf, timeText } from './format'

type Props = {
  scenarios: readonly FigureScenario[]
  chosen: string
  measures: Measures
  alive: boolean
  onChoose: (slug: string) => void
}

export function Heading({ scenarios, chosen, measures, alive, onChoose }: Props) {
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
      <span className="readouts">
        <Readout name="answer p50" micros={percentileOf(measures.api, 50)} />
        <Readout name="done p50" micros={percentileOf(measures.endToEnd, 50)} />
        <span>
          refused <b>{countText(measures.refused)}</b>
        </span>
      </span>
    </div>
  )
}

function Readout({ name, micros }: { name: string; micros: number | null }) {
  return (
    <span>
      {name} <b>{micros === null ? 'too few' : timeText(micros)}</b>
    </span>
  )
}
