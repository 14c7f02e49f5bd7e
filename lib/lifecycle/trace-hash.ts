import { addText, createTraceHash } from '@/lib/simulation/hash'
import type { Scenario } from './scenario'
import { stageIds, type Toggles } from './stages'
import { followRequest, type Trace } from './trace'

export function hashOfTrace(trace: Trace): string {
  const hash = createTraceHash()
  for (const { parent, follows, stage, part, attempt, start, end, outcome } of trace.spans) {
    addText(hash, `${parent} ${follows} ${stage} ${part} ${attempt} ${start} ${end} ${outcome}`)
  }
  addText(
    hash,
    `${trace.answer.status} ${trace.answer.reason} ${trace.answer.writtenBy} ${trace.answer.cause} ${trace.responseMicros}`,
  )
  return hash.hex()
}

/** No toggle, and each stage slow and failed on its own. */
export function everySingleToggle(): Toggles[] {
  return [{}, ...stageIds.flatMap((stage): Toggles[] => [{ [stage]: 'slow' }, { [stage]: 'fail' }])]
}

/** One fingerprint over all scenarios x all toggles x so many seeds, to be compared between engines. */
export function hashOfEverything(scenarios: readonly Scenario[], seeds: number): string {
  const hash = createTraceHash()
  for (const scenario of scenarios) {
    for (const toggles of everySingleToggle()) {
      for (let seed = 1; seed <= seeds; seed += 1) addText(hash, hashOfTrace(followRequest(scenario, { seed, toggles })))
    }
  }
  return hash.hex()
}
