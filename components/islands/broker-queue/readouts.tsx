import type { Measures } from '@/lib/queue/measures'
import { percentileOf, timeText } from './amounts'
import { countText } from './format'

export function Readouts({ measures }: { measures: Measures }) {
  return (
    <span className="readouts">
      <Readout name="answer p50" micros={percentileOf(measures.api, 50)} />
      <Readout name="done p50" micros={percentileOf(measures.endToEnd, 50)} />
      <span>
        refused <b>{countText(measures.refused)}</b>
      </span>
    </span>
  )
}

function Readout({ name, micros }: { name: string; micros: number | null }) {
  return (
    <span>
      {name} <b>{micros === null ? 'too few' : timeText(micros)}</b>
    </span>
  )
}
